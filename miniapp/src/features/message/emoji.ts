/** Offered first when a message is held. */
export const QUICK_EMOJI = ['❤️', '😂', '👍', '🎉', '🙏'];

/** The panel's, in the order people look for them: faces, hands, hearts, things of a day. */
export const EMOJI = [
  '😀', '😂', '🤣', '😊', '🥰', '😍', '😘', '😋', '😎', '🤔', '😅', '🙂', '😌', '😴', '🥱', '😮', '😢', '😭', '😤', '😡',
  '🥳', '🤗', '🤭', '🙄', '😷', '🤒', '👍', '👎', '👌', '✌️', '🤝', '👏', '🙏', '💪', '👋', '🫶', '❤️', '🧡', '💔', '💯',
  '🎉', '🎂', '🌹', '🌸', '🍁', '☀️', '🌧️', '⭐', '🔥', '🍲', '🍚', '🍜', '🍵', '🍺', '🚄', '✈️', '📷', '⏰', '✅', '❓',
];
