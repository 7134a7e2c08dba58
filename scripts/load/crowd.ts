import { Person } from '../../tests/support/person';

const AT_ONCE = 16;

/** Does `act` for each, a few at a time. */
export async function forEach<T>(all: readonly T[], act: (one: T, i: number) => Promise<void>, atOnce = AT_ONCE): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let i = next++; i < all.length; i = next++) await act(all[i] as T, i);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

/** Signs `count` guests in and brings them into one pai. */
export async function gatherCrowd(node: string, count: number): Promise<{ paiId: string; people: Person[] }> {
  const people: Person[] = new Array<Person>(count);
  await forEach(people, async (_, i) => {
    people[i] = await Person.guest(node, `成员${i + 1}`);
  });
  const [owner, ...others] = people;
  if (!owner) throw new Error('a crowd needs one person at least');
  const { id: paiId } = await owner.createPai('一千人的派');
  const { token } = await owner.must<{ token: string }>('POST', `/pais/${paiId}/invites`, {});
  await forEach(others, (other) => other.must('POST', `/invites/${token}/accept`, {}));
  return { paiId, people };
}
