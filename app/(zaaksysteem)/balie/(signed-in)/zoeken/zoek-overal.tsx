import Form from 'next/form'
import { werkvoorraad } from '#lib/ui/texts/balie/werkvoorraad.ts'
import { ZOEKEN } from '../paths.ts'

const { formulier, label, vak } = werkvoorraad.overal

/** Finds a zaak from every page of the desk. */
export function ZoekOveral() {
  return (
    <Form action={ZOEKEN} prefetch={false} role="search" aria-label={formulier} className="balie-zoek-overal">
      <input
        type="search"
        name="zoek"
        maxLength={100}
        aria-label={label}
        aria-keyshortcuts="/"
        placeholder={vak}
        autoComplete="off"
        className="utrecht-textbox utrecht-textbox--html-input"
      />
    </Form>
  )
}
