import type { SheetColumn } from '../columns.ts';

/** What the note on each column's title says to whoever fills in the form. */
export const columnNotes: Partial<Readonly<Record<SheetColumn, string>>> = {
  indicator:
    'Mã của chỉ tiêu trong danh mục của lĩnh vực. Không sửa; muốn thêm dòng thì chọn mã trong danh sách.',
  lastValue: 'Số đã công bố gần đây nhất, để đối chiếu. Không được nhập vào hệ thống.',
  value:
    'Chỉ ghi chữ số, không ghi đơn vị hay dấu %. Để trống nếu kỳ này không báo cáo. Số quá 15 chữ số thì ghi dạng chữ (Text).',
  multiplier: 'Chọn nếu số được ghi theo nghìn, triệu, tỷ hay nghìn tỷ; để trống là đúng đơn vị tính.',
  period:
    'Kỳ mà số liệu nói tới: 2022 · 2022-S1 (nửa đầu năm) · 2022-Q3 · 2022-09 · 2022-09-30 · 2022-01-01/P9M (9 tháng đầu năm).',
  province: 'Để trống là số của cả nước.',
  scope: 'Nhóm mà số liệu nói tới, nếu không phải toàn bộ.',
  agency: 'Đơn vị mà số liệu nói tới, nếu không phải toàn bộ.',
  qualifier: 'Để trống là số đúng. "từ … đến" và "cỡ" dùng hai cột Từ và Đến thay cho Giá trị.',
  status: 'Để trống là số báo cáo bình thường.',
  lower: 'Chỉ dùng cùng với mức độ "từ … đến" hoặc "cỡ".',
  upper: 'Chỉ dùng cùng với mức độ "từ … đến" hoặc "cỡ".',
  outOf: 'Tổng số mà giá trị là một phần: 63 trong "46/63 tỉnh".',
  note: 'Điều người đọc cần biết thêm về số liệu, tối đa 1000 ký tự.',
};
