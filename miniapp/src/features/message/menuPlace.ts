import type { Rect } from '@/platform/measure';

interface Asked {
  /** Where the message is. */
  rect: Rect;
  space: { width: number; height: number; top: number; bottom: number };
  mine: boolean;
  acts: number;
  elder: boolean;
  /** The large choice of emoji is open. */
  more: boolean;
}

interface Place {
  top: number;
  /** From the left; of my own messages from the right. */
  side: number;
  /** How much further in than the rest the message itself is. */
  shift: number;
  /** What is shown of the message at most, so that everything fits. */
  cap: number;
}

const GAP = 8;
const EDGE = 12;
const EMOJI_WIDTH = 276;

/** Where the menu of a message goes: at the message if there is room, else moved until all of it can be seen. Pure. */
export function menuPlace({ rect, space, mine, acts, elder, more }: Asked): Place {
  const head = (more ? 208 : 52) + GAP;
  const foot = acts * (elder ? 56 : 48) + GAP;
  const room = space.height - space.top - space.bottom - head - foot;
  const cap = Math.max(48, Math.min(rect.height, room));
  const highest = space.top;
  const lowest = space.height - space.bottom - head - cap - foot;
  const wanted = mine ? space.width - rect.left - rect.width : rect.left;
  const most = Math.max(EDGE, space.width - EDGE - EMOJI_WIDTH);
  const side = Math.min(Math.max(EDGE, wanted), most);
  return { top: Math.max(highest, Math.min(rect.top - head, lowest)), side, shift: Math.max(0, wanted - side), cap };
}
