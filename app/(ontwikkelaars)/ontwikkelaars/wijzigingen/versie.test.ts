import { expect, test } from 'vitest'
import { API_HEADERS } from '#lib/platform/http/problem-json.ts'
import { wijzigingen } from '#lib/ui/texts/ontwikkelaars/wijzigingen.ts'

test('the changes begin with the version that the API gives, in both languages', () => {
  for (const { versies } of Object.values(wijzigingen)) expect(versies[0]?.versie).toBe(API_HEADERS['API-Version'])
})
