/** Numbers both sides must agree on. Lengths of text are graphemes (see text.ts); sizes are bytes; times carry their unit. */
export const LIMITS = {
  messageGraphemes: 4000,
  nicknameGraphemes: 20,
  paiNameGraphemes: 20,
  introGraphemes: 200,
  announcementGraphemes: 500,
  fileBytes: 20 * 1024 * 1024,
  /** Decoded pixels of one frame; a picture beyond this is refused before it is decoded. */
  imagePixels: 50_000_000,
  imageFrames: 300,
  voiceSeconds: 60,
  mentions: 50,
  reactionsPerMessage: 20,
  pins: 50,
  recallMinutes: 5,
  editMinutes: 15,
  paisOwned: 50,
  paisJoined: 500,
  inviteMaxHours: 24 * 30,
  invitesOpen: 50,
  pageMessages: 100,
  /** [R2] A reader who missed more than this gets the newest page instead of the gap. */
  resumeMessages: 200,
  dissolveDays: 7,
  accountDeleteHours: 24,
} as const;
