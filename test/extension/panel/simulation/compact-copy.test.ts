import assert from "node:assert/strict";
import { compactCopy } from "../../../../extension/panel/simulation/compact-copy.js";

describe("a compact copy", () => {
  const grown = new Float64Array([1, 2, 3, 4]);
  const data = { name: "a", none: null, list: [{ column: grown.subarray(0, 2) }], flag: true };

  it("is equal to the original and shares nothing with it", () => {
    const { copy } = compactCopy(data);
    assert.deepEqual(copy, data);
    copy.list[0].column[0] = 7;
    assert.equal(grown[0], 1);
  });

  it("has columns with buffers of their own length, all of which can be handed over", () => {
    const { copy, buffers } = compactCopy(data);
    assert.deepEqual(buffers, [copy.list[0].column.buffer]);
    assert.equal(buffers[0].byteLength, 16);
    assert.deepEqual(structuredClone(copy, { transfer: buffers }), data);
  });

  it("has what is there twice once", () => {
    const column = new Int32Array([1]);
    const { copy, buffers } = compactCopy({ one: column, other: { column } });
    assert.equal(copy.one, copy.other.column);
    assert.equal(buffers.length, 1);
  });
});
