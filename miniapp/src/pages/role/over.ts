/** The sheet that lies over the role's page. */
export type Over = 'quiet' | 'face' | 'manner' | 'language' | 'digest' | 'tokens' | 'versions' | 'withheld' | 'add';
