import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { BurgerShell } from './burger-shell.tsx'

type Person = NonNullable<Parameters<typeof BurgerShell>[0]['person']>

/** Returns the text of the header. */
function headerOf(person: Person | undefined, taal: 'nl' | 'en' = 'nl') {
  const act = async () => {}
  const html = renderToStaticMarkup(
    <BurgerShell gemeente="Voorbeeld" taal={taal} person={person} signOut={act}>
      <p>Inhoud</p>
    </BurgerShell>,
  )
  const [header = ''] = html.split('<main')
  return header
    .replaceAll(/<script[^<]{0,5000}<\/script>/g, '')
    .replaceAll(/<[^<>]{1,500}>/g, ' ')
    .replaceAll(/\s+/g, ' ')
}

test('a representative sees whom he represents, and can switch', () => {
  const person = { naam: 'L. Pinas', voorWie: 'W. Pinas', hasVoorkeuren: false, hasNamens: true }
  expect(headerOf(person)).toContain('Menu L. Pinas Uitloggen U bent ingelogd namens W. Pinas Wissel')
  expect(headerOf(person, 'en')).toContain('You are signed in on behalf of W. Pinas Switch')
})

test('the representative of a company has a link to its voorkeuren', () => {
  const person = { naam: 'J. Smit', voorWie: 'Bakkerij De Korenaar B.V.', hasVoorkeuren: true, hasNamens: true }
  expect(headerOf(person)).toContain('J. Smit Voorkeuren Uitloggen U bent ingelogd namens Bakkerij De Korenaar B.V.')
})

test('a citizen who represents nobody sees no other name, and can begin to represent somebody', () => {
  const header = headerOf({ naam: 'J. de Vries', voorWie: null, hasVoorkeuren: true, hasNamens: true })
  expect(header).toContain('J. de Vries Voorkeuren Namens een ander Uitloggen')
  expect(header).not.toContain('ingelogd namens')
  expect(headerOf(undefined)).not.toContain('Namens')
})

test('the header does not offer to represent somebody when the sign-in does not support it', () => {
  const header = headerOf({ naam: 'J. de Vries', voorWie: null, hasVoorkeuren: true, hasNamens: false })
  expect(header).toContain('J. de Vries Voorkeuren Uitloggen')
})
