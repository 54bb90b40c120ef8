'use client'

import { useEffect } from 'react'
import { forgetKeuzes } from './keuze-elders.tsx'

/** Clears the stored choices, on a page where they were used. */
export function ForgetKeuze() {
  useEffect(forgetKeuzes, [])
  return null
}
