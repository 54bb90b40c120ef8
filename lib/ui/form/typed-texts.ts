'use client'

import { createContext } from 'react'

/** Keeps typed texts until the form is sent; nothing is kept where there is no storage. */
export type TypedTexts = {
  /**
   * Puts back what was kept of a form, and keeps what is typed into it from now on.
   *
   * @param onBack called when something was put back
   * @returns what ends it
   */
  watch: (form: HTMLFormElement, onBack: () => void) => () => void
  /** what was typed into a form was saved, or is wanted no more */
  forget: (form: HTMLFormElement) => void
  texts: { terug: string; wis: string }
}

export const TypedTextsContext = createContext<TypedTexts | undefined>(undefined)
