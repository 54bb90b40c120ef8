import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { BurgerShell } from './burger-shell.tsx'

type Person = NonNullable<Parameters<typeof BurgerShell>[0]['person']>

/** The text above the page itself. */
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

test('who acts for another reads for whom, and can switch', () => {
  const person = { naam: 'L. Pinas', voorWie: 'W. Pinas', hasVoorkeuren: false, hasNamens: true }
  expect(headerOf(person)).toContain('Menu L. Pinas Uitloggen U bent ingelogd namens W. Pinas Wissel')
  expect(headerOf(person, 'en')).toContain('You are signed in on behalf of W. Pinas Switch')
})

test('who acts for a company has its voorkeuren', () => {
  const person = { naam: 'J. Smit', voorWie: 'Bakkerij De Korenaar B.V.', hasVoorkeuren: true, hasNamens: true }
  expect(headerOf(person)).toContain('J. Smit Voorkeuren Uitloggen U bent ingelogd namens Bakkerij De Korenaar B.V.')
})

test('who acts for himself is told of nobody else, and can begin to act for another', () => {
  const header = headerOf({ naam: 'J. de Vries', voorWie: null, hasVoorkeuren: true, hasNamens: true })
  expect(header).toContain('J. de Vries Voorkeuren Namens een ander Uitloggen')
  expect(header).not.toContain('ingelogd namens')
  expect(headerOf(undefined)).not.toContain('Namens')
})

test('where nobody can choose for whom to sign in, nobody is told of it', () => {
  const header = headerOf({ naam: 'J. de Vries', voorWie: null, hasVoorkeuren: true, hasNamens: false })
  expect(header).toContain('J. de Vries Voorkeuren Uitloggen')
})
