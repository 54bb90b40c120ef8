import { SubmitButton } from '#lib/ui/form/submit-button.tsx'
import { werkvoorraad } from '#lib/ui/texts/balie/werkvoorraad.ts'
import { balie } from '#lib/ui/texts/balie.ts'
import { PressForm } from '../verrichtingen/verrichting-form.tsx'
import { KOLOMMEN, type WerkvoorraadList } from '../werkvoorraad-columns.ts'
import { kolommenKiezen } from './kolommen-kiezen.ts'

const { kolommen: texts } = werkvoorraad

/** The columns that a behandelaar sees in the lists of zaken, to choose. */
export function Kolommen({ list, verborgen }: { list: WerkvoorraadList; verborgen: readonly string[] }) {
  return (
    <details>
      <summary>{texts.titel}</summary>
      <PressForm verrichting={kolommenKiezen} fields={{ lijst: list }}>
        <fieldset className="zb-line balie-kolommen">
          <legend className="zb-hidden">{texts.keuze}</legend>
          {KOLOMMEN[list].map((name) => (
            <label key={name} className="balie-vinkje">
              <input type="checkbox" name="kolom" value={name} defaultChecked={!verborgen.includes(name)} />{' '}
              {balie.kolom[name]}
            </label>
          ))}
          <SubmitButton appearance="secondary" busy={texts.bezig}>
            {texts.knop}
          </SubmitButton>
        </fieldset>
      </PressForm>
    </details>
  )
}
