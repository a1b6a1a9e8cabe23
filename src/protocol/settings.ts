/** Everything an operator can set, from environment variables (or one JSON file named by COUNTERSIGN_CONFIG with the same names). */
import {z} from 'zod';

const port = z.coerce.number().int().min(0).max(65535);
const url = z.url({protocol: /^https?$/}).transform((text) => text.replace(/\/$/, ''));
const flag = z.enum(['true', 'false', '1', '0', '']).transform((text) => text === 'true' || text === '1');

export const settingsSchema = z.object({
  /** Public origin: API, flow, loader. 0 = any free port, for every port. */
  PORT: port.default(3000),
  OPERATOR_PORT: port.default(3001),
  DEMO_PORT: port.default(3002),
  /** Address to listen on. */
  HOST: z.string().default('127.0.0.1'),
  COUNTERSIGN_DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: z.url({protocol: /^postgres(ql)?$/}).optional(),
  /** 32 bytes as hex or base64; made automatically for the embedded database. */
  COUNTERSIGN_SECRET: z.string().min(43).optional(),
  COUNTERSIGN_PUBLIC_URL: url.optional(),
  COUNTERSIGN_OPERATOR_URL: url.optional(),
  COUNTERSIGN_SANDBOX_API_KEY: z
    .string()
    .regex(/^countersign_sandbox_[A-Za-z0-9_-]{16,}$/)
    .optional(),
  COUNTERSIGN_TRUST_PROXY: flag.default(false),
  COUNTERSIGN_TLS_CERT: z.string().optional(),
  COUNTERSIGN_TLS_KEY: z.string().optional(),
  /** Lets webhooks reach loopback addresses; for development only. */
  COUNTERSIGN_ALLOW_LOOPBACK_WEBHOOKS: flag.default(false),
  COUNTERSIGN_REQUESTS_PER_MINUTE: z.coerce.number().int().min(1).default(300),
  /** How long requests to the API are remembered; 0 keeps none. */
  COUNTERSIGN_API_LOG_DAYS: z.coerce.number().int().min(0).max(3650).default(14),
  COUNTERSIGN_ENGINE_PROCESSES: z.coerce.number().int().min(1).max(64).default(2),
  /** Folder for the nets of the face engine; a cache folder of the user's by default. */
  COUNTERSIGN_MODEL_DIR: z.string().min(1).optional(),
  /** Which net compares faces; `path:` names a JSON file, see docs/verification/selfie.md. */
  COUNTERSIGN_FACE_MODEL: z
    .string()
    .regex(/^(default|dlib|path:.+)$/, 'expected default, dlib or path:<file>')
    .default('default'),
  /** A calibration file as `countersign calibrate faces` writes it. */
  COUNTERSIGN_FACE_CALIBRATION: z.string().min(1).optional(),
  COUNTERSIGN_FILE_URL_SECONDS: z.coerce
    .number()
    .int()
    .min(60)
    .max(6 * 3600)
    .default(15 * 60),
  /** Whose network an address is in: a file in MaxMind's format with autonomous systems. */
  COUNTERSIGN_ASN_DATABASE: z.string().min(1).optional(),
  /** A JSON file that names services for connector steps. */
  COUNTERSIGN_CONNECTORS: z.string().min(1).optional(),
  /** A JSON file that names registries for database verifications. */
  COUNTERSIGN_REGISTRIES: z.string().min(1).optional(),
  /** Addresses of Tor exits, one a line. */
  COUNTERSIGN_TOR_EXITS: z.string().min(1).optional(),
  /** `smtp://user:password@host:port`, or `smtps://` for TLS from the first byte. */
  COUNTERSIGN_SMTP_URL: z.url({protocol: /^smtps?$/}).optional(),
  /** Address in `From:`, with or without a name. */
  COUNTERSIGN_MAIL_FROM: z
    .string()
    .regex(/^([^<>\r\n]*<)?[^\s@<>]+@[^\s@<>]+>?$/, 'expected an address such as Example <identity@example.com>')
    .optional(),
  /** Takes text messages as signed JSON. */
  COUNTERSIGN_SMS_HOOK_URL: url.optional(),
  COUNTERSIGN_SMS_HOOK_SECRET: z.string().min(16).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});

export type RawSettings = z.infer<typeof settingsSchema>;

/** The validated settings plus what the command line said; addresses are filled in once the ports are known. */
export interface Settings extends RawSettings {
  role: 'web' | 'worker' | 'all';
  demo: boolean;
  /** Origins as others reach us, without a trailing slash. */
  publicUrl: string;
  operatorUrl: string;
  demoUrl: string;
  /** Folder of built browser files (`dist/countersign-server/public`). */
  publicFiles: string;
  /** Folder of model weights. */
  models: string;
  /** Where the nets of the face engine stand, and why they do not where that is so; absent where nobody looked. */
  faceModels?: {folder: string; missing?: string};
}
