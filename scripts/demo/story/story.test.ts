import { graphemeCount } from '@shared/domain/text';
import { nicknameFault } from '@shared/domain/name';
import { DETAILS } from './details';
import { AFTERWARDS, ANNOUNCEMENT, LOOSE } from './loose';
import { PLANNING } from './planning';
import { APPLICANT, CAST } from './script';
import { LIMITS } from '@shared/domain/limits';

const STORY = [...PLANNING, ...DETAILS, ...LOOSE, ...AFTERWARDS];

it('points only at messages said before', () => {
  const known = new Set<string>();
  for (const step of STORY) {
    if ('on' in step) expect(known).toContain(step.on);
    if (step.act === 'say' && step.re !== undefined) expect(known).toContain(step.re);
    if ('key' in step && step.key !== undefined) {
      expect(known).not.toContain(step.key);
      known.add(step.key);
    }
  }
});

it('says nothing twice: the second time would count as a repeat of the first', () => {
  const said = STORY.filter((step) => step.act === 'say').map((step) => JSON.stringify(step));
  expect(new Set(said).size).toBe(said.length);
});

it('shows what a pai can do', () => {
  const acts = new Set(STORY.map(({ act }) => act));
  expect(acts).toEqual(new Set(['say', 'picture', 'file', 'react', 'pin', 'edit', 'recall']));
  const says = STORY.filter((step) => step.act === 'say');
  expect(says.length).toBeGreaterThan(110);
  expect(says.some((step) => step.everybody)).toBe(true);
  expect(says.filter((step) => step.to).length).toBeGreaterThan(3);
  expect(says.filter((step) => step.re).length).toBeGreaterThan(5);
});

it('uses names and texts the service takes', () => {
  for (const name of [...Object.values(CAST).map((one) => one.name), APPLICANT]) expect(nicknameFault(name)).toBeNull();
  expect(graphemeCount(ANNOUNCEMENT)).toBeLessThanOrEqual(LIMITS.announcementGraphemes);
});
