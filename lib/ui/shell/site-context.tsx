'use client'

import { createContext, type ReactNode, useContext } from 'react'
import type { Texts } from '../texts/nl.ts'

type Site = {
  gemeente: string
  phone: string
  storing: Texts['storing']
}

const SiteContext = createContext<Site | undefined>(undefined)

/** Settings for the error page, which runs in the browser and cannot read the environment. */
export function SiteProvider({ site, children }: { site: Site; children: ReactNode }) {
  return <SiteContext value={site}>{children}</SiteContext>
}

export function useSite(): Site {
  const site = useContext(SiteContext)
  if (!site) throw new Error('SiteProvider is missing')
  return site
}
