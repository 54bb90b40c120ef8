import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { platformEnv } from '#lib/platform/env.ts'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { texts } from '#lib/ui/texts/texts.ts'

export async function generateMetadata(): Promise<Metadata> {
  const { titel } = texts(await currentTaal())
  return { title: { default: titel, template: `%s · ${titel} · ${platformEnv().GEMEENTE_NAAM}` } }
}

export default function MijnLayout({ children }: { children: ReactNode }) {
  return children
}
