import { z } from 'zod';
import { ERRORS, type ErrorCode } from '@shared/wire/errors';

export const WIRE_ERROR_SCHEMA = z
  .object({
    error: z.object({
      code: z.enum(Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]]),
      message: z.string(),
      field: z.string().optional(),
    }),
  })
  .meta({ id: 'Error' });
