/** What we use of citation-js, which ships without types. */

declare module '@citation-js/core' {
  /** The registry that plugins add formats to. */
  export const plugins: {
    readonly input: {
      /** CSL items of `input`. Throws on a mistake in its syntax. */
      chain(
        input: string,
        options: { readonly forceType: string; readonly generateGraph: boolean },
      ): readonly unknown[];
    };
    readonly output: {
      format(format: 'bibtex' | 'biblatex', items: readonly object[]): unknown;
    };
    readonly config: {
      get(plugin: '@bibtex'): {
        readonly format: { useIdAsLabel: boolean; asciiOnly: boolean };
      };
    };
  };
}

declare module '@citation-js/plugin-bibtex' {}
