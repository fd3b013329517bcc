/** Milliseconds. Prisma's defaults (2 s, 5 s) would fail a commit that merely queues behind others on a busy machine. */
export const TRANSACTION_LIMITS = { maxWait: 30_000, timeout: 30_000 }
