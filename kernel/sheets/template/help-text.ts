/** The lines of the sheet "Hướng dẫn": a heading, or a sentence. */
export type HelpLine = { readonly heading: string } | { readonly text: string };

export function helpText(sector: string, period: string): readonly HelpLine[] {
  return [
    { heading: `Biểu số liệu ${sector}, ${period}` },
    {
      text: 'Biểu này để đơn vị điền số liệu giao ban. Số liệu nhập vào là bản nháp, chưa ai ngoài đơn vị và Văn phòng thấy, cho tới khi đơn vị công bố.',
    },
    { heading: 'Cách điền' },
    { text: '1. Điền cột Giá trị (nền vàng) ở trang "Số liệu". Dòng nào không điền thì hệ thống bỏ qua.' },
    {
      text: '2. Số ghi theo tỷ đồng thì ghi 10,26 và chọn "tỷ" ở cột Nhân với. Ghi thẳng 10260000000 cũng được.',
    },
    {
      text: '3. Số không chắc chắn thì chọn Mức độ: khoảng, trên, gần, dưới. Khoảng giá trị thì chọn "từ … đến" và điền hai cột Từ, Đến.',
    },
    { text: '4. Số ước, sơ bộ hay chính thức thì chọn ở cột Tình trạng.' },
    {
      text: '5. Muốn báo cáo thêm kỳ khác, tỉnh khác thì thêm dòng, chọn mã chỉ tiêu và sửa các cột tương ứng.',
    },
    { heading: 'Cách viết số' },
    {
      text: 'Ô kiểu số thì ghi như bảng tính của bạn. Ô kiểu chữ (Text) thì viết kiểu Việt Nam: 1.234,5. Hệ thống không đoán: 1.234 dạng chữ luôn là một nghìn hai trăm ba mươi tư.',
    },
    {
      text: 'Ô có công thức thì lấy kết quả đã tính. Kết quả lẻ quá 15 chữ số phải làm tròn bằng ROUND. Công thức lấy số từ tệp khác thì phải dán thành giá trị.',
    },
    { heading: 'Được và không được' },
    { text: 'Được: đổi chỗ cột, thêm dòng trống, sắp xếp, lọc, thêm cột riêng có tên bắt đầu bằng dấu #.' },
    { text: 'Không được: đổi tên cột, để hai dòng trùng chỉ tiêu, kỳ, tỉnh, cơ quan và phạm vi.' },
    { heading: 'Nộp' },
    {
      text: 'Kiểm tra trước, không ghi gì: npm run import -- <lĩnh vực> <tệp> --dry-run. Nhập: bỏ --dry-run. Mọi lỗi được chỉ ra theo ô, kèm cách sửa; còn một lỗi thì không số nào được nhập.',
    },
  ];
}
