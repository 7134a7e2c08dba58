const CLAUSE_END = /[,，。!！?？;；]/;
const TOLD = /已经|曾经?|当时|刚刚|上次|那次|那天|[去来到吃看买见做玩做谈开办]过|过了|[完毕]了|(?<!为)了(?:吗|呢|吧|啊)?$|(?<!\w)(?:was|were|did|had|went|came|saw|met|ate|bought|ago)(?!\w)/;
const COMING = /[要将]|(?<![的开个])会(?!议|上)|准备|打算|记得|提醒|别忘|一起|吧$|如果|到了|(?<!\w)(?:will|shall|going to|let's|remind)(?!\w)/;

/** Whether the clause around [start, end) tells what has been, so that an open date in it is the last one. */
export function isPast(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 12), start).split(CLAUSE_END).at(-1) as string;
  const after = text.slice(end, end + 16).split(CLAUSE_END)[0] as string;
  const clause = `${before} ${after}`;
  return TOLD.test(clause) && !COMING.test(clause);
}
