import { z } from 'zod'

/**
 * The public exponent of an RSA key (`e` of a JWK), which is shorter than 2^256 (FIPS 186-5, A.1.1). Node.js
 * takes time by the square of its length to say what key it is, and OpenSSL by the length to verify with it:
 * 240,000 characters held a process for half a minute.
 */
export const rsaExponent = z.string().max(43).optional()
