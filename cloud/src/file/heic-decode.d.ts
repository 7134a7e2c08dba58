declare module 'heic-decode' {
  export interface HeicPixels {
    width: number;
    height: number;
    /** RGBA. */
    data: Uint8ClampedArray;
  }
  interface HeicImage {
    width: number;
    height: number;
    decode(): Promise<HeicPixels>;
  }
  interface Decode {
    (input: { buffer: Uint8Array }): Promise<HeicPixels>;
    /** Sizes first, pixels when asked for; `dispose` frees what the decoder holds. */
    all(input: { buffer: Uint8Array }): Promise<HeicImage[] & { dispose(): void }>;
  }
  const decode: Decode;
  export default decode;
}
