import './persoonskeuze.css'

export type Persoon = { id: string; naam: string; toelichting?: string | undefined }

/** One button for each demo person; what is pressed is sent as `persoon`. */
export function Persoonskeuze({ legend, personen }: { legend: string; personen: readonly Persoon[] }) {
  return (
    <fieldset className="zb-persoonskeuze">
      <legend>{legend}</legend>
      {personen.map(({ id, naam, toelichting }) => (
        <button key={id} type="submit" name="persoon" value={id}>
          <strong>{naam}</strong>
          {toelichting && <span>{toelichting}</span>}
        </button>
      ))}
    </fieldset>
  )
}
