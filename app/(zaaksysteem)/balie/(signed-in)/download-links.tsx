import { hrefWith } from '#lib/ui/staff/search-params.ts'
import { PlainLink } from '#lib/ui/text/link.tsx'

const VORMEN = ['csv', 'jsonl', 'pdf'] as const

/**
 * Links to a file in each format that has a text.
 *
 * @param fields query parameters of the links
 */
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
    <ul className="zb-list">
      {VORMEN.filter((vorm) => texts[vorm]).map((vorm) => (
        <li key={vorm}>
          <PlainLink href={hrefWith(path, { ...fields, vorm })} download>
            {texts[vorm]}
          </PlainLink>
        </li>
      ))}
    </ul>
  )
}
