/** What we use of gifenc, which ships no types. */
declare module "gifenc" {
  type Palette = readonly (readonly number[])[];
  interface Encoder {
    writeFrame(
      index: Uint8Array,
      width: number,
      height: number,
      options: { readonly palette: Palette; readonly delay: number },
    ): void;
    finish(): void;
    bytes(): Uint8Array;
  }
  const gifenc: {
    readonly GIFEncoder: () => Encoder;
    readonly quantize: (pixels: Uint8Array, colours: number) => Palette;
    readonly applyPalette: (pixels: Uint8Array, palette: Palette) => Uint8Array;
  };
  export default gifenc;
}
