import { z } from 'zod'

const WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2, -1]

/**
 * A burgerservicenummer: nine digits that pass the elfproef, so that no typing error points at another person. Eight
 * digits are none: a lost leading zero cannot be told from another lost digit. What it finds wrong never quotes the
 * number.
 */
export const bsn = z
  .string()
  .regex(/^\d{9}$/)
  .refine((digits) => digits !== '000000000' && passesElfproef(digits))

function passesElfproef(digits: string): boolean {
  return WEIGHTS.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0) % 11 === 0
}
