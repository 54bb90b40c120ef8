import type { ReactNode } from 'react'
import { sectionTitled } from '#lib/ui/shell/titled.ts'
import { texts } from '#lib/ui/texts/texts.ts'

export const generateMetadata = sectionTitled((taal) => texts(taal).titel)

export default function MijnLayout({ children }: { children: ReactNode }) {
  return children
}
