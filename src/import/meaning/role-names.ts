import type { ColumnRole } from '@/import/meaning/column-meaning'
import { fold } from '@/import/text-keys'

/** Headers as officials write them, without case, diacritics and marks. */
const ROLE_NAMES: Readonly<Record<Exclude<ColumnRole, 'ignored' | 'sub-rank' | 'share'>, readonly string[]>> = {
  index: ['index', 'index id', 'chi so', 'bo chi so', 'ten chi so', 'ten bo chi so', 'loai chi so'],
  period: [
    'period',
    'year',
    'nam',
    'ky',
    'ky nam',
    'nam ky',
    'ky danh gia',
    'nam danh gia',
    'ky bao cao',
    'thoi gian',
    'thoi ky',
  ],
  block: ['block', 'khoi', 'nhom', 'khoi don vi', 'nhom don vi', 'loai don vi', 'loai hinh don vi'],
  unit: [
    'unit',
    'unit name',
    'don vi',
    'ten don vi',
    'co quan',
    'ten co quan',
    'co quan don vi',
    'ten co quan don vi',
    'don vi co quan',
    'don vi dia phuong',
    'co quan dia phuong',
    'co quan don vi dia phuong',
    'dia phuong',
    'ten dia phuong',
    'don vi duoc danh gia',
    'so nganh',
    'so ban nganh',
    'cac so ban nganh',
    'ten so ban nganh',
    'so ban nganh dia phuong',
    'ubnd quan huyen',
    'ubnd cac quan huyen',
    'ubnd phuong xa',
    'quan huyen',
    'ten quan huyen',
    'thanh pho thu duc quan huyen',
    'tp thu duc quan huyen',
    'huyen thi xa thanh pho',
    'phuong xa',
    'xa phuong',
    'phuong xa dac khu',
    'xa phuong dac khu',
    'xa phuong thi tran',
    'tinh',
    'tinh thanh',
    'tinh tp',
    'tinh thanh pho',
    'tinh thanh pho truc thuoc tw',
    'cac tinh thanh pho truc thuoc tw',
    'cac tinh thanh pho truc thuoc trung uong',
    'ten tinh',
    'ten tinh thanh pho',
    'province',
    'department',
    'ten',
  ],
  'sub-index': [
    'sub index',
    'subindex',
    'sub index id',
    'chi so thanh phan',
    'cac chi so thanh phan',
    'linh vuc',
    'cac linh vuc',
    'tieu chi',
    'tieu chi thanh phan',
    'linh vuc chi so thanh phan tieu chi',
    'linh vuc tieu chi',
    'linh vuc chi so thanh phan',
    'chi so thanh phan tieu chi',
    'noi dung',
    'noi dung danh gia',
    'ten chi so thanh phan',
    'ten linh vuc',
    'ten tieu chi',
  ],
  score: [
    'score',
    'diem',
    'diem so',
    'so diem',
    'diem dat',
    'diem dat duoc',
    'diem danh gia',
    'points',
    'gia tri',
    'ket qua',
  ],
  'max-score': [
    'max score',
    'max',
    'maximum',
    'diem toi da',
    'diem max',
    'thang diem',
    'diem toi da thang diem',
    'diem chuan',
    'toi da',
  ],
  rank: [
    'rank',
    'ranking',
    'xep hang',
    'hang',
    'thu hang',
    'xep thu',
    'vi tri',
    'vi tri xep hang',
    'vi thu',
    'xep hang chung',
    'ket qua xep hang',
    'thu hang xep hang',
    'xh',
  ],
  class: [
    'class',
    'band',
    'xep loai',
    'loai',
    'phan loai',
    'muc xep loai',
    'nhom xep hang',
    'xep nhom',
    'ket qua xep loai',
    'muc do',
    'danh gia xep loai',
  ],
  source: ['source', 'nguon', 'nguon so lieu', 'nguon du lieu'],
  total: [
    'total',
    'total score',
    'tong',
    'tong diem',
    'tong so diem',
    'tong cong',
    'cong',
    'tong cong diem',
    'tong so',
    'tong so diem dat duoc',
    'diem tong',
    'diem tong hop',
    'diem tong cong',
    'diem chung',
    'tong diem danh gia',
    'tong diem dat',
    'tong diem dat duoc',
    'diem so tong hop',
    'chi so tong hop',
    'diem trung binh chung',
  ],
  'row-number': ['stt', 'so thu tu', 'so tt', 'tt', 'thu tu', 'no', 'sttt'],
  note: ['ghi chu', 'note', 'notes', 'remark', 'remarks', 'chu thich', 'giai trinh'],
}

const ROLES: ReadonlyMap<string, ColumnRole> = new Map(
  Object.entries(ROLE_NAMES).flatMap(([role, names]) => names.map((name) => [name, role as ColumnRole] as const)),
)

/** The role that a header names by itself; `null` for a name. */
export const roleOf = (header: string): ColumnRole | null =>
  header === '#' ? 'row-number' : (ROLES.get(fold(header)) ?? null)

/** In long form the row that bears a unit's total. */
export const isTotalName = (text: string) => roleOf(text) === 'total'

/** Counts of people and papers beside the scores: no scores. */
const COUNTED =
  /^(?:tong )?(?:so|so luong|ty le|ti le) (?:phieu|nguoi|luot|mau|ho so|doanh nghiep|don vi|dn|don|y kien|cau)\b|\bphieu (?:tra loi|khao sat|hop le|thu ve|phat ra)\b|^(?:number of|responses?|respondents?|sample size|n)\b/

/** Differences from another period beside the scores: no scores either. */
const COMPARED =
  /^(?:tang|giam|tang giam|chenh lech|thay doi|bien dong|so sanh|muc tang|change|difference)\b|\bso voi (?:nam|ky|quy|cung ky)\b/

/** Whether a header names figures beside the scores that are none themselves. */
export const isBesideScores = (header: string) => COUNTED.test(fold(header)) || COMPARED.test(fold(header))

export const SCORE_STAGES = ['self', 'appraised', 'survey', 'bonus', 'penalty'] as const
export type ScoreStage = (typeof SCORE_STAGES)[number]

const STAGES: readonly (readonly [form: RegExp, stage: ScoreStage])[] = [
  [/\btu (?:danh gia|cham|xep|tinh)\b|^self\b/, 'self'],
  [/\btham dinh\b|^appraised\b|\bphuc tra\b/, 'appraised'],
  [/\bdieu tra\b|\bkhao sat\b|\bxhh\b|\bxa hoi hoc\b|^survey\b/, 'survey'],
  [/\bdiem thuong\b|\bdiem cong\b|^bonus\b/, 'bonus'],
  [/\bdiem tru\b|^penalty\b/, 'penalty'],
]

/** What a score is of that is not yet the final one: `Điểm tự chấm`, `thẩm định`, `điều tra XHH`, `điểm thưởng`, `điểm trừ`. */
export function stageOf(header: string): ScoreStage | null {
  const folded = fold(header)
  return STAGES.find(([form]) => form.test(folded))?.[1] ?? null
}

/** Words over several columns that say nothing about a single one. */
const CAPTION =
  /^(?:trong do|bao gom|gom|ket qua(?: .*)?|diem(?: so)? (?:cac |cua |theo )?(?:chi so thanh phan|linh vuc|tieu chi|thanh phan|noi dung)(?: .*)?|(?:diem|ket qua) (?:danh gia|cham)(?: .*)?|cac (?:chi so thanh phan|linh vuc|tieu chi|noi dung)(?: .*)?|(?:chi so|diem) thanh phan(?: .*)?|chi tiet|score|scores|linh vuc|chi so thanh phan)$/

export const isCaption = (header: string) => CAPTION.test(fold(header))
