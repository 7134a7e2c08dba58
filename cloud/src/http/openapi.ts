import { z } from 'zod';
import { WIRE_ERROR_SCHEMA } from './wireError';
import type { Route } from './route';

type Json = Record<string, unknown>;

function schemaOf(schema: z.ZodType, io: 'input' | 'output', components: Json): Json {
  const made = z.toJSONSchema(schema, { target: 'openapi-3.0', io, unrepresentable: 'any' }) as Json;
  const { definitions, $schema: _, ...rest } = made;
  const moved = JSON.stringify(rest).replaceAll('#/definitions/', '#/components/schemas/');
  Object.assign(components, JSON.parse(JSON.stringify(definitions ?? {}).replaceAll('#/definitions/', '#/components/schemas/')));
  return JSON.parse(moved) as Json;
}

function parametersOf(route: Route, components: Json): Json[] {
  const places: ['path' | 'query', z.ZodType | undefined][] = [
    ['path', route.spec.params],
    ['query', route.spec.query],
  ];
  return places.flatMap(([place, schema]) => {
    if (!schema) return [];
    const object = schemaOf(schema, 'input', components) as { properties?: Record<string, Json>; required?: string[] };
    return Object.entries(object.properties ?? {}).map(([name, property]) => ({
      name,
      in: place,
      required: place === 'path' || (object.required ?? []).includes(name),
      schema: property,
    }));
  });
}

function bodyOf(route: Route, components: Json): Json | undefined {
  if (route.spec.upload) {
    const fields = route.spec.body ? (schemaOf(route.spec.body, 'input', components) as { properties?: Json }) : {};
    const properties = { ...fields.properties, file: { type: 'string', format: 'binary' } };
    return { required: true, content: { 'multipart/form-data': { schema: { type: 'object', required: ['file'], properties } } } };
  }
  if (!route.spec.body) return undefined;
  return { required: true, content: { 'application/json': { schema: schemaOf(route.spec.body, 'input', components) } } };
}

function operation(route: Route, components: Json): Json {
  const content = route.spec.reply
    ? { 'application/json': { schema: schemaOf(route.spec.reply, 'output', components) } }
    : { '*/*': { schema: { type: 'string', format: 'binary' } } };
  const body = bodyOf(route, components);
  return {
    summary: route.spec.summary,
    tags: [route.spec.path.split('/')[1] ?? ''],
    'x-right': route.spec.right,
    security: route.spec.right === 'anyone' ? [] : [{ bearer: [] }],
    parameters: parametersOf(route, components),
    ...(body ? { requestBody: body } : {}),
    responses: {
      [route.spec.status ?? 200]: { description: 'done', content },
      default: { description: 'an error', content: { 'application/json': { schema: schemaOf(WIRE_ERROR_SCHEMA, 'output', components) } } },
    },
  };
}

/** The OpenAPI page of all routes, made from the schemas that validate them. */
export function openapi(routes: readonly Route[], version: string): Json {
  const components: Json = {};
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    const path = '/api' + route.spec.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.spec.method]: operation(route, components) };
  }
  return {
    openapi: '3.0.3',
    info: { title: 'Pai', version, description: 'AI-assisted group spaces. The socket at /ws is described in shared/wire/PROTOCOL.md.' },
    paths,
    components: { schemas: components, securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
  };
}
