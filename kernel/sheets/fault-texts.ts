import { quoted } from '../quoted.ts';
import type { Bilingual } from '../vocabulary.ts';
import type { NumberFormat } from './number-format.ts';

/** Every sentence that a fault of a file is told in: what is wrong, then how to mend it. */
const examples: Readonly<Record<NumberFormat, string>> = { vi: '1.234,5', international: '1,234.5' };
const formatNames: Readonly<Record<NumberFormat, Bilingual>> = {
  vi: { vi: 'kiểu Việt Nam', en: 'Vietnamese format' },
  international: { vi: 'kiểu quốc tế', en: 'international format' },
};
const did = (suggestion: string | null): Bilingual =>
  suggestion === null
    ? { vi: '', en: '' }
    : { vi: ` Có phải ý là ${quoted(suggestion)}?`, en: ` Did you mean ${quoted(suggestion)}?` };

export const faultTexts = {
  noHeader: (): Bilingual => ({
    vi: 'Không thấy dòng tiêu đề: một trong 50 dòng đầu phải có cột "Mã chỉ tiêu" (indicator). Hãy dùng biểu mẫu của npm run template.',
    en: 'There is no header row: one of the first 50 rows must have the column "Mã chỉ tiêu" (indicator). Use the form that npm run template makes.',
  }),
  missingColumn: (title: string): Bilingual => ({
    vi: `Thiếu cột "${title}": thêm lại cột này.`,
    en: `The column "${title}" is missing: put it back.`,
  }),
  unknownColumn: (title: string, suggestion: string | null): Bilingual => ({
    vi: `Không có cột nào tên ${quoted(title)}.${did(suggestion).vi} Sửa tên, xoá cột, hoặc đặt dấu # trước tên nếu là cột riêng của đơn vị.`,
    en: `There is no column ${quoted(title)}.${did(suggestion).en} Mend its title, take it away, or put # before the title of a column of your own.`,
  }),
  untitledColumn: (): Bilingual => ({
    vi: 'Có số liệu trong cột không có tiêu đề: đặt tiêu đề, hoặc xoá nội dung.',
    en: 'Something stands in a column without a title: give it one, or clear it.',
  }),
  columnTwice: (other: string): Bilingual => ({
    vi: `Cột này đã có ở ${other}: chỉ giữ một.`,
    en: `This column stands at ${other} already: keep one.`,
  }),
  required: (): Bilingual => ({ vi: 'Ô này phải có nội dung.', en: 'This cell must be filled in.' }),
  unknown: (what: Bilingual, text: string, suggestion: string | null): Bilingual => ({
    vi: `Không có ${what.vi} ${quoted(text)}.${did(suggestion).vi} Chọn trong danh sách của ô, hoặc xem trang "Danh mục".`,
    en: `There is no ${what.en} ${quoted(text)}.${did(suggestion).en} Choose from the cell's list, or see the sheet "Danh mục".`,
  }),
  otherFormat: (text: string, format: NumberFormat): Bilingual => ({
    vi: `${quoted(text)} không thể là số ${formatNames[format].vi} (${examples[format]}) đã khai báo cho tệp; nếu cả tệp viết kiểu kia, hãy khai báo lại (--numbers).`,
    en: `${quoted(text)} cannot be a number of the file's declared ${formatNames[format].en} (${examples[format]}); if all of the file is written the other way, declare that (--numbers).`,
  }),
  noNumber: (text: string, format: NumberFormat): Bilingual => ({
    vi: `${quoted(text)} không phải là số ${formatNames[format].vi}: chỉ ghi chữ số, như ${examples[format]}, không kèm đơn vị hay dấu %.`,
    en: `${quoted(text)} is no number of the ${formatNames[format].en}: write digits only, as in ${examples[format]}, without unit or %.`,
  }),
  undeclaredNumber: (text: string): Bilingual => ({
    vi: `${quoted(text)} là chữ, mà tệp không khai báo cách viết số: thêm --numbers vi hoặc --numbers international, hoặc đổi ô sang kiểu số.`,
    en: `${quoted(text)} is a text, and the file does not declare how numbers are written: add --numbers vi or --numbers international, or make the cell a number.`,
  }),
  numberTooLong: (text: string): Bilingual => ({
    vi: `${quoted(text)} có hơn 34 chữ số: làm tròn bớt.`,
    en: `${quoted(text)} has more than 34 digits: round it.`,
  }),
  inexact: (digits: string, shown: string): Bilingual => ({
    vi: `Ô chứa ${digits} nhưng bảng tính hiện ${shown}: phép tính đã để lại chữ số thừa. Dùng ROUND, hoặc ghi số dạng chữ.`,
    en: `The cell holds ${digits}, which a spreadsheet shows as ${shown}: a calculation left needless digits. Use ROUND, or write the number as text.`,
  }),
  errorCell: (text: string): Bilingual => ({
    vi: `Ô báo lỗi ${text}: sửa công thức, hoặc ghi số vào.`,
    en: `The cell shows the error ${text}: mend its formula, or write the number.`,
  }),
  notComputed: (): Bilingual => ({
    vi: 'Công thức chưa có kết quả: mở tệp bằng bảng tính, lưu lại rồi gửi.',
    en: 'The formula has no result yet: open the file in a spreadsheet, save it, and send that.',
  }),
  otherWorkbook: (): Bilingual => ({
    vi: 'Công thức lấy số từ tệp khác, không biết còn đúng không: dán giá trị vào ô.',
    en: 'The formula takes its number from another workbook, and may be out of date: paste the value.',
  }),
  dateCell: (day: string): Bilingual => ({
    vi: `Bảng tính đã đổi nội dung thành ngày tháng (${day}): đặt định dạng Text cho ô rồi ghi lại.`,
    en: `The spreadsheet has made a date of it (${day}): format the cell as Text and write it again.`,
  }),
  wrongCell: (text: string): Bilingual => ({
    vi: `Ô này không nhận giá trị ${quoted(text)}: ghi chữ hoặc số.`,
    en: `This cell does not take ${quoted(text)}: write a text or a number.`,
  }),
  period: (text: string): Bilingual => ({
    vi: `${quoted(text)} không phải là kỳ: ghi như 2022, 2022-S1 (nửa đầu năm), 2022-Q3, 2022-09, 2022-09-30, hoặc 2022-01-01/P9M (9 tháng đầu năm).`,
    en: `${quoted(text)} is no period: write 2022, 2022-S1 (first half), 2022-Q3, 2022-09, 2022-09-30, or 2022-01-01/P9M (nine months).`,
  }),
  valueMissing: (): Bilingual => ({
    vi: 'Thiếu giá trị: ghi số, hoặc chọn "không nêu mức" ở cột Mức độ, hoặc xoá các ô khác của dòng.',
    en: 'The value is missing: write it, or choose "level not stated" as the qualifier, or clear the row.',
  }),
  valueWithRange: (): Bilingual => ({
    vi: 'Mức độ này dùng hai cột Từ và Đến: để trống Giá trị.',
    en: 'This qualifier uses Lower and Upper: leave the value empty.',
  }),
  valueNotStated: (): Bilingual => ({
    vi: 'Mức độ là "không nêu mức": để trống Giá trị, hoặc chọn mức độ khác.',
    en: 'The qualifier is "level not stated": leave the value empty, or choose another.',
  }),
  endMissing: (): Bilingual => ({
    vi: 'Mức độ này cần cả hai cột Từ và Đến.',
    en: 'This qualifier needs both Lower and Upper.',
  }),
  endsWithoutRange: (): Bilingual => ({
    vi: 'Cột Từ và Đến chỉ dùng khi Mức độ là "từ … đến" hoặc "cỡ": chọn lại mức độ, hoặc xoá hai ô đó.',
    en: 'Lower and Upper are used only with the qualifier "from … to" or "order of magnitude": choose it, or clear them.',
  }),
  endsOrder: (): Bilingual => ({
    vi: 'Số ở cột Đến phải lớn hơn ở cột Từ.',
    en: 'Upper must be more than lower.',
  }),
  outOfZero: (): Bilingual => ({ vi: 'Tổng số phải lớn hơn 0.', en: 'The whole must be more than 0.' }),
  tooManyDigits: (): Bilingual => ({
    vi: 'Sau khi nhân, số có hơn 34 chữ số: làm tròn bớt.',
    en: 'Multiplied, the number has more than 34 digits: round it.',
  }),
  noteTooLong: (most: number): Bilingual => ({
    vi: `Ghi chú dài quá ${most} ký tự: rút ngắn.`,
    en: `The note has more than ${most} characters: shorten it.`,
  }),
  controlCharacter: (): Bilingual => ({
    vi: 'Có ký tự điều khiển không nhìn thấy: gõ lại nội dung.',
    en: 'It has control characters that cannot be seen: type it again.',
  }),
  duplicate: (row: number): Bilingual => ({
    vi: `Trùng với dòng ${row}: cùng chỉ tiêu, kỳ, tỉnh, cơ quan và phạm vi. Giữ một dòng, hoặc phân biệt bằng phạm vi hay cơ quan.`,
    en: `The same as row ${row}: indicator, period, province, agency and scope. Keep one, or tell them apart by scope or agency.`,
  }),
  otherEdition: (text: string, edition: string): Bilingual => ({
    vi: `Dòng này thuộc kỳ giao ban ${quoted(text)}, không phải ${edition}: xuất riêng từng kỳ (npm run export -- … --edition ${edition}).`,
    en: `This row is of the edition ${quoted(text)}, not of ${edition}: export one at a time (npm run export -- … --edition ${edition}).`,
  }),
  nothingToImport: (): Bilingual => ({
    vi: 'Tệp không có số liệu nào được điền.',
    en: 'No figure is filled in anywhere in the file.',
  }),
  other: (message: string): Bilingual => ({ vi: message, en: message }),
  editionNeeded: (): Bilingual => ({
    vi: 'Tệp không ghi kỳ giao ban: thêm --edition, ví dụ --edition 2022-09.',
    en: 'The file does not name its edition: add --edition, as in --edition 2022-09.',
  }),
  numbersNeeded: (): Bilingual => ({
    vi: 'Tệp CSV không khai báo cách viết số: thêm --numbers vi (1.234,5) hoặc --numbers international (1,234.5).',
    en: 'The CSV file does not declare how numbers are written: add --numbers vi (1.234,5) or --numbers international (1,234.5).',
  }),
  declaredOtherwise: (what: Bilingual, file: string, asked: string): Bilingual => ({
    vi: `Tệp khai báo ${what.vi} ${quoted(file)}, nhưng lệnh yêu cầu ${quoted(asked)}: chọn đúng tệp, hoặc bỏ tuỳ chọn đó.`,
    en: `The file declares the ${what.en} ${quoted(file)}, but ${quoted(asked)} is asked for: take the right file, or leave the option out.`,
  }),
  templateVersion: (text: string): Bilingual => ({
    vi: `Biểu mẫu ở phiên bản ${quoted(text)} mà hệ thống không đọc được: tạo biểu mẫu mới bằng npm run template.`,
    en: `The form is of version ${quoted(text)}, which is not read here: make a new one with npm run template.`,
  }),
};
