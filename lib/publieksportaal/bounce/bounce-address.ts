import { z } from 'zod'

/** Before the @ SMTP takes 64 characters (RFC 5321, 4.5.3.1.1), of which the code of a mail and a + need 49. */
const MAX_LOCAL = 15

export const bounceAddress = z
  .email()
  .refine((address) => !address.includes('+'), 'must have no +: what comes behind it is different for each mail')
  .refine((address) => address.indexOf('@') <= MAX_LOCAL, `must have at most ${MAX_LOCAL} characters before the @`)
