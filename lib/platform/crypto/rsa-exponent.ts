import { z } from 'zod'

/**
 * The public exponent of an RSA key (`e` of a JWK), which is shorter than 2^256 (FIPS 186-5, A.1.1).
 * Importing takes Node.js time quadratic in its length, and verifying takes OpenSSL more with each digit:
 * 240,000 characters blocked a process for half a minute.
 */
export const rsaExponent = z.string().max(43).optional()
