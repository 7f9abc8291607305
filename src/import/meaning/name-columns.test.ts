import { describe, expect, test } from 'vitest'
import { readHeader } from '@/import/meaning/header-text'
import { nameColumn } from '@/import/meaning/name-columns'

const isIndexName = (name: string) => ['PAR INDEX', 'DDCI', 'Chỉ số CCHC'].includes(name)
const named = (...parts: readonly string[]) => {
  const { role, name, parent, max, period, stage } = nameColumn(
    { parts: parts.map(readHeader), texts: ['1,5'], content: 'numbers' },
    isIndexName,
  )
  return { role, name, parent, max, period, stage }
}

describe('what the texts above a column say', () => {
  test.each([
    [['Xếp hạng'], { role: 'rank' }],
    [['Xếp hạng năm 2023'], { role: 'rank', period: '2023' }],
    [['Xếp hạng trong khối'], { role: 'rank' }],
    [['XẾP HẠNG DDCI'], { role: 'rank' }],
    [['Xếp hạng Chính quyền số'], { role: 'sub-rank', name: 'Chính quyền số' }],
    [['PAR INDEX 2024'], { role: 'total', period: '2024' }],
    [['Điểm DDCI (100)'], { role: 'total', max: 100 }],
    [['Tổng điểm PAR Index'], { role: 'total' }],
    [['Tổng điểm (thang điểm 100)'], { role: 'total', max: 100 }],
    [['Số phiếu trả lời'], { role: 'ignored' }],
    [['Tổng số phiếu khảo sát'], { role: 'ignored' }],
    [['Tăng/giảm so với năm 2023'], { role: 'ignored' }],
    [['Chênh lệch'], { role: 'ignored' }],
    [['Điểm tự chấm'], { role: null, stage: 'self' }],
    [['Điểm thẩm định'], { role: null, stage: 'appraised' }],
    [['Điểm điều tra XHH'], { role: null, stage: 'survey' }],
    [['Điểm thưởng'], { role: null, stage: 'bonus' }],
    [['Điểm trừ'], { role: null, stage: 'penalty' }],
    [['Cải cách thể chế (10)', 'Điểm'], { role: 'sub-index', name: 'Cải cách thể chế', max: 10 }],
    [['Cải cách thể chế', 'Thứ hạng'], { role: 'sub-rank', name: 'Cải cách thể chế' }],
    [['Xếp hạng', 'Cải cách thể chế'], { role: 'sub-rank', name: 'Cải cách thể chế' }],
    [['Điểm', 'Cải cách thể chế'], { role: null, name: 'Cải cách thể chế', parent: null }],
    [['Điểm các lĩnh vực (10)', 'Cải cách thể chế'], { role: null, name: 'Cải cách thể chế', parent: null, max: 10 }],
    [['Chi phí', 'Không chính thức'], { role: null, name: 'Không chính thức', parent: 'Chi phí' }],
    [['Chi phí', 'Thời gian'], { role: null, name: 'Thời gian', parent: 'Chi phí' }],
    [['2023', 'Điểm'], { role: 'score', period: '2023' }],
    [['2023', 'Cải cách thể chế'], { role: null, name: 'Cải cách thể chế', period: '2023' }],
    [['Chỉ số CCHC năm 2022', 'Xếp hạng'], { role: 'rank', period: '2022' }],
    [['DDCI', 'Điểm'], { role: 'total' }],
    [['Kết quả năm 2024', 'Tổng điểm'], { role: 'total', period: '2024' }],
    [['2024'], { role: null, name: '', period: '2024' }],
    [[], { role: null, name: '', period: null }],
  ])('%j', (parts, expected) => {
    expect(named(...parts)).toMatchObject(expected)
  })
})
