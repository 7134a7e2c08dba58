import type { ErrorCode } from '@shared/wire/errors';

interface AppErrorOptions {
  /** The input field at fault. */
  field?: string;
  /** Fills the `{…}` of the sentence in shared/wire/errors.ts. */
  params?: Record<string, string | number>;
  cause?: unknown;
}

/** An error a reader may see: a code of the closed list. Everything else becomes `service/internal` in http/onError.ts. */
export class AppError extends Error {
  readonly field: string | undefined;
  readonly params: Record<string, string | number>;

  constructor(
    readonly code: ErrorCode,
    options: AppErrorOptions = {},
  ) {
    super(code, { cause: options.cause });
    this.name = 'AppError';
    this.field = options.field;
    this.params = options.params ?? {};
  }
}
