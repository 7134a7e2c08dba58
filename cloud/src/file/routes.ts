import { z } from 'zod';
import { FileReply } from '@shared/wire/message';
import { AppError } from '../errors';
import { route, userOf, type Route } from '../http/route';
import { keepFile } from './keep';
import { presentFile } from './present';

const Fields = z.object({
  as: z.enum(['image', 'voice', 'file']).default('file'),
  durationMs: z.coerce.number().int().min(0).max(120_000).optional(),
});

export const fileRoutes: Route[] = [
  route(
    { method: 'post', path: '/files', summary: 'Upload a picture, a voice recording or a file, to be used by a message, a face, a cover or an AI role', right: 'user', bucket: 'upload', upload: true, body: Fields, reply: FileReply, status: 201 },
    async (input) => {
      if (!input.file) throw new AppError('request/invalid', { field: 'file', params: { field: 'file', why: input.locale === 'zh' ? '没有上传文件' : 'is missing' } });
      const { as, durationMs } = input.body;
      const file = await keepFile(userOf(input), { ...input.file, as, ...(durationMs === undefined ? {} : { durationMs }) });
      return { file: presentFile(file) };
    },
  ),
];
