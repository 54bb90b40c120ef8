'use client'

import { createContext } from 'react'

/** Keeps typed texts until the form is sent; keeps nothing when the browser has no storage. */
export type TypedTexts = {
  /**
   * Restores the kept texts of a form, and keeps its texts from now on.
   *
   * @param onBack called when a text was restored
   * @returns a function that stops watching
   */
  watch: (form: HTMLFormElement, onBack: () => void) => () => void
  /** Deletes the kept texts of a form that was saved or cleared. */
  forget: (form: HTMLFormElement) => void
  texts: { terug: string; wis: string }
}

export const TypedTextsContext = createContext<TypedTexts | undefined>(undefined)
