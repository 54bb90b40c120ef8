import { hrefWith } from '#lib/ui/staff/search-params.ts'

const VORMEN = ['csv', 'jsonl', 'pdf'] as const

/** Links to a file in each of the forms that have a text. @param fields what it is about, in the address */
export function DownloadLinks({
  path,
  fields = {},
  texts,
}: {
  path: string
  fields?: Parameters<typeof hrefWith>[1]
  texts: Partial<Record<(typeof VORMEN)[number], string>>
}) {
  return (
    <ul className="balie-downloads">
      {VORMEN.filter((vorm) => texts[vorm]).map((vorm) => (
        <li key={vorm}>
          {/* No Link of Next.js: it would fetch the file as if it were a page. */}
          <a className="utrecht-link utrecht-link--html-a" href={hrefWith(path, { ...fields, vorm })} download>
            {texts[vorm]}
          </a>
        </li>
      ))}
    </ul>
  )
}
