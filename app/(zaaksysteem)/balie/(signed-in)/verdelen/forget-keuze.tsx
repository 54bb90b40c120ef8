'use client'

import { useEffect } from 'react'
import { forgetKeuzes } from './keuze-opslag.ts'

/** Stands where the chosen zaken have been used. */
export function ForgetKeuze() {
  useEffect(forgetKeuzes, [])
  return null
}
