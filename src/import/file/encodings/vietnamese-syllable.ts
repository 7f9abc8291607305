/** Vowels with what may follow them, without tones: the rimes of Vietnamese. */
const RIMES: ReadonlySet<string> = new Set(
  (
    'a ac ach ai am an ang anh ao ap at au ay ăc ăk ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây ' +
    'e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu ' +
    'o oc oi om on ong op ot ooc oong oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt ' +
    'oe oen oeo oet ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uc ui um un ung up ut uân uâng uât uây ' +
    'uê uêch uênh uôc uôi uôm uôn uông uôt uơ uy uya uych uyn uynh uyp uyt uyu uyên uyêt ' +
    'ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y yê yêm yên yêng yêt yêu'
  ).split(' '),
)
const ONSETS: ReadonlySet<string> = new Set(
  ' b c ch d đ g gh gi h k kh l m n ng ngh nh p ph q qu r s t th tr v x'.split(' '),
)
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g

/** Whether a word can be Vietnamese by its spelling; capitals only at its start or throughout. */
export function isVietnameseSyllable(word: string): boolean {
  const small = word.toLowerCase()
  if (word !== small && word !== word.toUpperCase() && word.slice(1) !== small.slice(1)) return false
  const marked = small.normalize('NFD')
  const tones = marked.match(TONES) ?? []
  if (tones.length > 1) return false
  const plain = marked.replaceAll(TONES, '').normalize('NFC')
  // Words that end in a stop bear one of two tones.
  if (/(?:[cpt]|ch)$/.test(plain) && tones.length === 1 && tones[0] !== '\u0301' && tones[0] !== '\u0323') return false
  for (let length = Math.min(3, plain.length - 1); length >= 0; length--) {
    if (ONSETS.has(plain.slice(0, length)) && RIMES.has(plain.slice(length))) return true
  }
  // gì, gìn, giếng: the i of gi is the vowel's.
  return plain.startsWith('gi') && (RIMES.has(plain.slice(1)) || RIMES.has(`i${plain.slice(2)}`))
}

/** Abbreviations as offices use them: QĐ, HĐND, KH&ĐT. */
const ABBREVIATION = /^[A-ZĂÂĐÊÔƠƯ]*Đ[A-ZĂÂĐÊÔƠƯ]*$/

// Letters of Latin-1's second half are words' parts in Vietnamese text that is not read rightly.
const WORDS = /[\p{L}\p{M}\u0080-\u009F¡-¿×÷\uFFFD]+/gu
const ETH = /[Ðð]/
/** The Icelandic letter looks like Đ, and programs of Latin-1 write it in its place: it is Đ where that makes a word of Vietnamese. */
export const withStrokes = (text: string): string =>
  ETH.test(text)
    ? text.replaceAll(WORDS, (word) => {
        const stroked = word.replaceAll('Ð', 'Đ').replaceAll('ð', 'đ')
        return isVietnameseSyllable(stroked) || ABBREVIATION.test(stroked) ? stroked : word
      })
    : text

const BEYOND_ASCII = /\P{ASCII}/u

/** What tables of units and scores are full of: it tells which of two possible readings is meant. */
const COMMON: ReadonlySet<string> = new Set(
  (
    'hồ chí minh số sở quận huyện phường xã thị trấn thành phố tỉnh đặc khu đơn vị tên điểm xếp hạng loại thứ tự tổng cộng năm kỳ tối đa ' +
    'chỉ lĩnh vực tiêu chí phần thành nội dung ghi chú có không công ủy uỷ ban nhân dân hội đồng quản lý nhà nước ' +
    'cải cách hành chính chuyển đổi năng cạnh tranh kết quả đánh giá thẩm định tự khảo sát trung bình khá tốt xuất sắc yếu kém ' +
    'tư pháp y tế giáo dục đào tạo tài nguyên môi trường kế hoạch đầu xây dựng giao thông vận tải thương văn hóa hoá thể thao ' +
    'lao động xã khoa học nghệ thông tin truyền nông nghiệp phát triển thôn tôn giáo dân tộc của và các được'
  ).split(' '),
)

/** How much of a text's words with letters beyond ASCII can be Vietnamese, and how many are common in such tables. */
export interface Plausible {
  readonly words: number
  readonly vietnamese: number
  readonly common: number
}

export function weighVietnamese(text: string): Plausible {
  let words = 0
  let vietnamese = 0
  let common = 0
  for (const [word] of text.matchAll(WORDS)) {
    if (!BEYOND_ASCII.test(word)) continue
    words++
    if (isVietnameseSyllable(word) || ABBREVIATION.test(word)) vietnamese++
    if (COMMON.has(word.toLowerCase())) common++
  }
  return { words, vietnamese, common }
}
