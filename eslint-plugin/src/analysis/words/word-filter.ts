/** Which words a text has, in little memory: says yes to all of them, and by accident to a few others. */

const bits = 1 << 15;

export class WordFilter {
  readonly #table = new Uint32Array(bits >> 5);

  constructor(text: string) {
    let hash = 0;
    for (let index = 0; index <= text.length; index += 1) {
      const code = text.charCodeAt(index);
      if (isWordCode(code)) {
        hash = (Math.imul(hash, 31) + code) | 0;
      } else if (hash !== 0) {
        this.#set(firstPlace(hash));
        this.#set(secondPlace(hash));
        hash = 0;
      }
    }
  }

  mayHave(word: string): boolean {
    let hash = 0;
    for (let index = 0; index < word.length; index += 1) {
      const code = word.charCodeAt(index);
      // Parts of what is no single word say nothing: yes, to be safe.
      if (!isWordCode(code)) return true;
      hash = (Math.imul(hash, 31) + code) | 0;
    }
    return this.#has(firstPlace(hash)) && this.#has(secondPlace(hash));
  }

  #set(bit: number): void {
    this.#table[bit >> 5] = (this.#table[bit >> 5] ?? 0) | (1 << (bit & 31));
  }

  #has(bit: number): boolean {
    return ((this.#table[bit >> 5] ?? 0) & (1 << (bit & 31))) !== 0;
  }
}

function firstPlace(hash: number): number {
  return (hash ^ (hash >>> 15)) & (bits - 1);
}

function secondPlace(hash: number): number {
  return (Math.imul(hash, 0x9e3779b1) >>> 11) & (bits - 1);
}

/** Letters, digits, `_`, `$`, `#`, and all beyond ASCII; the position after the end is none. */
function isWordCode(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 95 ||
    code === 36 ||
    code === 35 ||
    code > 127
  );
}
