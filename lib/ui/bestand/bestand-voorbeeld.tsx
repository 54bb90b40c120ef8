import './bestand.css'

const IMAGES = ['image/png', 'image/jpeg', 'image/webp']

type Props = {
  /** address of the bytes */
  href: string
  /** media type */
  formaat: string
  titel: string
  label: string
}

/** A preview of an image or PDF, fetched when somebody opens it. Renders nothing for other formats. */
export function BestandVoorbeeld({ href, formaat, titel, label }: Props) {
  const isImage = IMAGES.includes(formaat)
  if (!isImage && formaat !== 'application/pdf') return null
  return (
    <details className={isImage ? 'zb-voorbeeld' : 'zb-voorbeeld zb-voorbeeld--pdf'}>
      <summary>
        {label} <span className="zb-hidden">{titel}</span>
      </summary>
      {isImage ? (
        // biome-ignore lint/performance/noImgElement: untrusted, so no image optimizer of ours may decode it
        <img src={href} alt={titel} loading="lazy" />
      ) : (
        <iframe src={`${href}?toon#navpanes=0`} title={titel} loading="lazy" />
      )}
    </details>
  )
}
