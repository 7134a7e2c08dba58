/** What an AI member says with a card and nothing else: the card itself says the rest. */
export const PROPOSED = { zh: '拟好了，看一眼对不对，确认了才算数。', en: 'Here is a draft. Nothing happens until somebody confirms it.' } as const;

/** Whether a message says nothing beside that, whomever it addresses. */
export const onlyProposes = (text: string): boolean => [PROPOSED.zh, PROPOSED.en].some((words) => text === words || (text.endsWith(words) && /^[^\n。！？!?]*[:：]\s*$/.test(text.slice(0, -words.length))));
