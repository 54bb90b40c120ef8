import type { Metadata } from 'next'
import { platformEnv } from '#lib/platform/env.ts'
import { currentTaal } from '../text/current-taal.ts'
import type { Taal } from '../text/taal.ts'

/** The `generateMetadata` of a page with a title in the language of its reader. */
export const titled = (titleIn: (taal: Taal) => string) => async (): Promise<Metadata> => ({
  title: titleIn(await currentTaal()),
})

/** The same of a layout: the titles of the pages in it end in its own. */
export const sectionTitled = (titleIn: (taal: Taal) => string) => async (): Promise<Metadata> => {
  const title = titleIn(await currentTaal())
  return { title: { default: title, template: `%s · ${title} · ${platformEnv().GEMEENTE_NAAM}` } }
}
