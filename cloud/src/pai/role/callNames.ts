/** The default name; in English it is often called by its Latin form. */
const ALIASES: Readonly<Record<string, readonly string[]>> = { 小派: ['Pai'] };

/** What an AI role is called by, besides its name. */
export const aliasesOf = (name: string): readonly string[] => ALIASES[name] ?? [];
