import { routes } from '../../cloud/src/service';
import { givenCloud, type Cloud } from '../support/cloud';

interface Operation {
  summary: string;
  security: unknown[];
  parameters: { name: string; in: string; required: boolean; schema: object }[];
  requestBody?: { content: Record<string, { schema: object }> };
  responses: Record<string, { content: Record<string, { schema: object }> }>;
}
interface Page {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object> };
}

let cloud: Cloud;
let page: Page;
beforeAll(async () => {
  cloud = await givenCloud();
  page = (await (await fetch(`${cloud.url}/api/openapi.json`)).json()) as Page;
});
afterAll(() => cloud.stop());

const addressOf = (path: string): string => `/api${path.replace(/:(\w+)/g, '{$1}')}`;
const operationOf = (method: string, path: string): Operation | undefined => page.paths[addressOf(path)]?.[method];

function* nodes(value: unknown): Generator<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield value as Record<string, unknown>;
  for (const inner of Object.values(value)) yield* nodes(inner);
}

const follow = (ref: string): unknown => ref.slice(2).split('/').reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], page);

describe('openapi.json', () => {
  it('describes every route and nothing else', () => {
    const described = Object.entries(page.paths).flatMap(([path, operations]) => Object.keys(operations).map((method) => `${method} ${path}`));
    expect(described.sort()).toEqual(routes.map(({ spec }) => `${spec.method} ${addressOf(spec.path)}`).sort());
    expect(page.openapi).toBe('3.0.3');
  });

  it('every $ref leads to something', () => {
    const refs = [...nodes(page)].flatMap(({ $ref }) => (typeof $ref === 'string' ? [$ref] : []));
    expect(refs.length).toBeGreaterThan(routes.length);
    for (const ref of new Set(refs)) expect([ref, follow(ref)]).toEqual([ref, expect.objectContaining({ type: expect.any(String) })]);
  });

  it('keeps to what OpenAPI 3.0 knows of JSON Schema', () => {
    const foreign = ['$defs', 'definitions', '$schema', '$id', 'const', 'prefixItems', 'propertyNames', 'examples', 'if'];
    const found = [...nodes(page.components.schemas), ...nodes(Object.values(page.paths))].flatMap((node) => Object.keys(node).filter((key) => foreign.includes(key) && typeof node.type === 'string'));
    expect(found).toEqual([]);
    const nulls = [...nodes(page)].filter(({ type }) => type === 'null' || Array.isArray(type));
    expect(nulls).toEqual([]);
  });

  it.each(routes.map(({ spec }) => [`${spec.method} ${spec.path}`, spec] as const))('%s: parameters, body, answer and errors', (_, spec) => {
    const operation = operationOf(spec.method, spec.path);
    expect(operation?.summary).toBe(spec.summary);
    const inPath = operation?.parameters.filter((parameter) => parameter.in === 'path') ?? [];
    expect(inPath.map(({ name }) => name).sort()).toEqual([...spec.path.matchAll(/:(\w+)/g)].map((match) => match[1]).sort());
    expect(inPath.every(({ required }) => required)).toBe(true);
    expect(operation?.security).toHaveLength(spec.right === 'anyone' ? 0 : 1);
    expect(Object.keys(operation?.requestBody?.content ?? {})).toEqual(spec.upload ? ['multipart/form-data'] : spec.body ? ['application/json'] : []);
    expect(Object.keys(operation?.responses ?? {}).sort()).toEqual([String(spec.status ?? 200), 'default']);
    expect(operation?.responses.default?.content['application/json']?.schema).toEqual({ $ref: '#/components/schemas/Error' });
  });

  it('lists the error codes and the parts of a message', () => {
    expect(JSON.stringify(page.components.schemas.Error)).toContain('pai/not-found');
    expect(Object.keys((page.components.schemas.Message as { properties: object }).properties)).toEqual(expect.arrayContaining(['paiId', 'seq', 'clientMsgId', 'sender', 'text', 'sentAt', 'runId', 'sources']));
  });
});
