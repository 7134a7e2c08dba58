import { field, must, text } from './refusal';
import { draw, nowOf, type Call, type State } from './state';

const LIFE_MS = 24 * 3_600_000;

export function createActivityId(state: State): object {
  const id = `${draw(state, 'activity').toString('hex').slice(0, 24)}_${state.serial}`;
  const endsAt = nowOf(state) + LIFE_MS;
  state.activities.set(id, { endsAt, state: 0, parameters: {} });
  return { activity_id: id, expiration_time: Math.floor(endsAt / 1000) };
}

function readParameters(list: unknown): Record<string, string> {
  must(Array.isArray(list), 47503, 'invalid template_info parameter');
  return Object.fromEntries(list.map((entry: unknown) => [text(entry, 'name'), text(entry, 'value')]));
}

export function sendUpdatableMessage(state: State, { body }: Call): object {
  const activity = state.activities.get(text(body, 'activity_id'));
  const target = field(body, 'target_state');
  must(activity, 47501, 'invalid activity_id');
  must(activity.endsAt > nowOf(state), 47504, 'activity_id expired');
  must((target === 0 || target === 1) && target >= activity.state, 47502, 'invalid target_state');
  const parameters = readParameters(field(body, 'template_info', 'parameter_list'));
  const isCount = (name: string): boolean => /^\d+$/.test(parameters[name] ?? '');
  if (target === 0) must(isCount('member_count') && isCount('room_limit'), 47503, 'invalid template_info parameter');
  else must(parameters.path && ['develop', 'trial', 'release'].includes(parameters.version_type ?? ''), 47503, 'invalid template_info parameter');
  activity.state = target;
  activity.parameters = parameters;
  return {};
}
