import { describe, expect, it } from 'vitest'
import { fold, matches } from '@/i18n/fold'

describe('searching without diacritics', () => {
  it('finds Gò Vấp by "go vap", composed or decomposed, and Đồng by "dong"', () => {
    expect(fold('Quận  Gò Vấp ')).toBe('quan go vap')
    expect(fold('Gò Vấp'.normalize('NFD'))).toBe('go vap')
    expect(fold('ĐỒNG')).toBe('dong')
    expect(matches('go vap', ['Quận Gò Vấp'])).toBe(true)
    expect(matches('vấp gò', ['Quận Gò Vấp'])).toBe(true)
  })

  it('finds nothing for a word that no name has', () => {
    expect(matches('go cong', ['Quận Gò Vấp'])).toBe(false)
  })

  it('finds everything for an empty query and takes signs literally', () => {
    expect(matches('  ', ['Sở Y tế'])).toBe(true)
    expect(matches('.*', ['Sở Y tế'])).toBe(false)
    expect(matches('<img', ['<img src=x onerror=alert(1)>'])).toBe(true)
  })
})
