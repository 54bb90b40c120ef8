import { HrefForm } from '#lib/ui/staff/list/href-form.tsx'
import { werkvoorraad } from '#lib/ui/texts/balie/werkvoorraad.ts'
import { MAX_ZOEK } from '../werkvoorraad-filter.ts'
import { findZoekAdres, zoekAction } from './zoek-actions.ts'

const { formulier, label, vak } = werkvoorraad.overal

/** The search field on every page of the desk. */
export function ZoekOveral() {
  return (
    <HrefForm
      action={{ find: findZoekAdres, send: zoekAction }}
      role="search"
      aria-label={formulier}
      className="balie-zoek-overal"
    >
      <input type="hidden" name="lijst" value="overal" />
      <input
        type="search"
        name="zoek"
        maxLength={MAX_ZOEK}
        aria-label={label}
        aria-keyshortcuts="/"
        placeholder={vak}
        autoComplete="off"
        className="utrecht-textbox utrecht-textbox--html-input"
      />
    </HrefForm>
  )
}
