<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="zh_CN">
<context>
    <name>window</name>
    <message>
        <source>关于报告助手</source>
        <translation>About Report Assistant</translation>
    </message>
    <message>
        <source>组成部分和许可证</source>
        <translation>Parts and licences</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>数据文件夹：{folder}</source>
        <translation>Data folder: {folder}</translation>
    </message>
    <message>
        <source>数据文件夹</source>
        <translation>Data folder</translation>
    </message>
    <message>
        <source>打开文件夹</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <source>文件(&amp;F)</source>
        <translation>&amp;File</translation>
    </message>
    <message>
        <source>打开…</source>
        <translation>Open…</translation>
    </message>
    <message>
        <source>打开文件</source>
        <translation>Open a file</translation>
    </message>
    <message>
        <source>从剪贴板新建</source>
        <translation>New from clipboard</translation>
    </message>
    <message>
        <source>从提纲新建…</source>
        <translation>New from outline…</translation>
    </message>
    <message>
        <source>选文种，调整提纲，再开始写</source>
        <translation>Choose a genre, adjust the outline, then begin to write</translation>
    </message>
    <message>
        <source>从去年的报告开始…</source>
        <translation>Begin from last year's report…</translation>
    </message>
    <message>
        <source>选做好的报告，数字、日期、名称逐项核实</source>
        <translation>Choose a finished report; figures, dates and names are checked one by one</translation>
    </message>
    <message>
        <source>以当前报告为底稿新建</source>
        <translation>New report based on this one</translation>
    </message>
    <message>
        <source>数字、日期、名称沿用原内容，逐项核实</source>
        <translation>Figures, dates and names are taken over, to be confirmed one by one</translation>
    </message>
    <message>
        <source>关闭，回到开始页</source>
        <translation>Close and go to start page</translation>
    </message>
    <message>
        <source>关闭报告，回到开始页</source>
        <translation>Close the report and go to the start page</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>保存报告</source>
        <translation>Save the report</translation>
    </message>
    <message>
        <source>另存为…</source>
        <translation>Save as…</translation>
    </message>
    <message>
        <source>脱敏另存为范文…</source>
        <translation>Mask and save as sample…</translation>
    </message>
    <message>
        <source>隐去数字、日期和名称，另存为范文</source>
        <translation>Hide figures, dates and names and save the result as a sample</translation>
    </message>
    <message>
        <source>版头和版记…</source>
        <translation>Official head and imprint…</translation>
    </message>
    <message>
        <source>发文机关标志、发文字号、抄送、印发等</source>
        <translation>Issuing body, document number, copies to, issued by and so on</translation>
    </message>
    <message>
        <source>预览</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>按版式逐页预览，与打印、PDF 一致</source>
        <translation>Page by page in the layout, just as it is printed or exported to PDF</translation>
    </message>
    <message>
        <source>并排预览</source>
        <translation>Preview beside the text</translation>
    </message>
    <message>
        <source>左边编辑，右边看打印的样子</source>
        <translation>Write on the left, see the printed page on the right</translation>
    </message>
    <message>
        <source>导出…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>导出 Word 文档</source>
        <translation>Export a Word document</translation>
    </message>
    <message>
        <source>打印…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>历史版本…</source>
        <translation>Versions…</translation>
    </message>
    <message>
        <source>与以前的版本对照，整份或按段恢复</source>
        <translation>Compare with earlier versions, restore all or single paragraphs</translation>
    </message>
    <message>
        <source>恢复未保存的报告…</source>
        <translation>Recover unsaved reports…</translation>
    </message>
    <message>
        <source>清除痕迹…</source>
        <translation>Clear traces…</translation>
    </message>
    <message>
        <source>清除最近文件、历史版本、恢复副本和日志</source>
        <translation>Clear recent files, versions, recovery copies and logs</translation>
    </message>
    <message>
        <source>退出</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>编辑(&amp;E)</source>
        <translation>&amp;Edit</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>重做</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>剪切</source>
        <translation>Cut</translation>
    </message>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>粘贴</source>
        <translation>Paste</translation>
    </message>
    <message>
        <source>全选</source>
        <translation>Select all</translation>
    </message>
    <message>
        <source>查找和替换</source>
        <translation>Find and replace</translation>
    </message>
    <message>
        <source>查找</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>定位…</source>
        <translation>Go to…</translation>
    </message>
    <message>
        <source>到某一页或某一节</source>
        <translation>To a page or a section</translation>
    </message>
    <message>
        <source>特殊字符…</source>
        <translation>Special characters…</translation>
    </message>
    <message>
        <source>〔〕、①、㎡、℃ 等键盘上没有的字符</source>
        <translation>〔〕, ①, ㎡, ℃ and other characters that are not on the keyboard</translation>
    </message>
    <message>
        <source>填空(&amp;T)</source>
        <translation>Fiel&amp;ds</translation>
    </message>
    <message>
        <source>下一处未填</source>
        <translation>Next open</translation>
    </message>
    <message>
        <source>上一处未填</source>
        <translation>Previous open</translation>
    </message>
    <message>
        <source>填写当前项</source>
        <translation>Fill in this field</translation>
    </message>
    <message>
        <source>逐项填写</source>
        <translation>Interview</translation>
    </message>
    <message>
        <source>一项一项地问，填好一项接着下一项</source>
        <translation>One field after another: fill one in and the next is asked</translation>
    </message>
    <message>
        <source>填空表</source>
        <translation>Answer table</translation>
    </message>
    <message>
        <source>全部待填项列成表格，可批量填写、与 Excel 互相粘贴</source>
        <translation>All fields in one table: fill in several at once, copy and paste to and from Excel</translation>
    </message>
    <message>
        <source>选中文字设为待填项</source>
        <translation>Make selection a field</translation>
    </message>
    <message>
        <source>待填项改为文字</source>
        <translation>Turn field into text</translation>
    </message>
    <message>
        <source>光标处的待填项改为普通文字，不再管理</source>
        <translation>The field at the cursor becomes plain text and is no longer tracked</translation>
    </message>
    <message>
        <source>年份顺延…</source>
        <translation>Advance years…</translation>
    </message>
    <message>
        <source>沿用的年份、日期改为下一年，先看改动哪些</source>
        <translation>Years and dates taken over advance by one year; you see the changes first</translation>
    </message>
    <message>
        <source>单位信息…</source>
        <translation>Organisation details…</translation>
    </message>
    <message>
        <source>采用单位信息…</source>
        <translation>Use organisation details…</translation>
    </message>
    <message>
        <source>导出采集表…</source>
        <translation>Export collection sheet…</translation>
    </message>
    <message>
        <source>导出采集表，请各科室填写</source>
        <translation>Export a collection sheet for other offices to fill in</translation>
    </message>
    <message>
        <source>读取采集表…</source>
        <translation>Read collection sheet…</translation>
    </message>
    <message>
        <source>采用填好的采集表</source>
        <translation>Use a sheet that came back filled in</translation>
    </message>
    <message>
        <source>读回草稿…</source>
        <translation>Read back draft…</translation>
    </message>
    <message>
        <source>采用同事在草稿（Word）中填写的内容</source>
        <translation>Use what colleagues filled in in a draft (Word)</translation>
    </message>
    <message>
        <source>从表格取数…</source>
        <translation>Take figures from a table…</translation>
    </message>
    <message>
        <source>从任意 Excel 表格中按名称取数</source>
        <translation>Find figures by name in any Excel table</translation>
    </message>
    <message>
        <source>段落(&amp;D)</source>
        <translation>Pa&amp;ragraph</translation>
    </message>
    <message>
        <source>一级标题</source>
        <translation>Heading 1</translation>
    </message>
    <message>
        <source>二级标题</source>
        <translation>Heading 2</translation>
    </message>
    <message>
        <source>三级标题</source>
        <translation>Heading 3</translation>
    </message>
    <message>
        <source>四级标题</source>
        <translation>Heading 4</translation>
    </message>
    <message>
        <source>正文</source>
        <translation>Body text</translation>
    </message>
    <message>
        <source>本节上移</source>
        <translation>Move section up</translation>
    </message>
    <message>
        <source>本节下移</source>
        <translation>Move section down</translation>
    </message>
    <message>
        <source>本节升一级</source>
        <translation>Promote section</translation>
    </message>
    <message>
        <source>本节降一级</source>
        <translation>Demote section</translation>
    </message>
    <message>
        <source>在本节后插入一节</source>
        <translation>Insert section after this one</translation>
    </message>
    <message>
        <source>删除本节</source>
        <translation>Delete section</translation>
    </message>
    <message>
        <source>连同其中的小节一起删除，可以撤销</source>
        <translation>Deleted together with the sections in it; can be undone</translation>
    </message>
    <message>
        <source>短语(&amp;P)</source>
        <translation>Phra&amp;ses</translation>
    </message>
    <message>
        <source>查找短语</source>
        <translation>Find phrases</translation>
    </message>
    <message>
        <source>这一节还可以写</source>
        <translation>What else to write here</translation>
    </message>
    <message>
        <source>同类报告写了、这一节还没写的标题和句子</source>
        <translation>Headings and sentences that reports of this genre have and this section lacks</translation>
    </message>
    <message>
        <source>导入我的材料…</source>
        <translation>Import reports…</translation>
    </message>
    <message>
        <source>从自己以前的报告中提取短语</source>
        <translation>Collect phrases from your earlier reports</translation>
    </message>
    <message>
        <source>短语来源和短语包…</source>
        <translation>Phrase sources and packs…</translation>
    </message>
    <message>
        <source>已收录的材料，短语包的导入和导出</source>
        <translation>Reports already imported; import and export of phrase packs</translation>
    </message>
    <message>
        <source>检查(&amp;C)</source>
        <translation>&amp;Check</translation>
    </message>
    <message>
        <source>下一处检查结果</source>
        <translation>Next finding</translation>
    </message>
    <message>
        <source>上一处检查结果</source>
        <translation>Previous finding</translation>
    </message>
    <message>
        <source>按建议修改</source>
        <translation>Fix as proposed</translation>
    </message>
    <message>
        <source>字数统计…</source>
        <translation>Word count…</translation>
    </message>
    <message>
        <source>与 Word 的字数统计一致</source>
        <translation>Counted as Word does</translation>
    </message>
    <message>
        <source>检查设置…</source>
        <translation>Check settings…</translation>
    </message>
    <message>
        <source>启用或关闭规则，不提示的词，单位词表</source>
        <translation>Rules on and off, ignored words, own word list</translation>
    </message>
    <message>
        <source>视图(&amp;V)</source>
        <translation>&amp;View</translation>
    </message>
    <message>
        <source>放大</source>
        <translation>Zoom in</translation>
    </message>
    <message>
        <source>缩小</source>
        <translation>Zoom out</translation>
    </message>
    <message>
        <source>实际大小</source>
        <translation>Actual size</translation>
    </message>
    <message>
        <source>适合页宽</source>
        <translation>Fit width</translation>
    </message>
    <message>
        <source>全屏写作</source>
        <translation>Full screen</translation>
    </message>
    <message>
        <source>只留正文，再按 F11 或 Esc 退出</source>
        <translation>Only the text; F11 or Esc to leave</translation>
    </message>
    <message>
        <source>恢复默认布局</source>
        <translation>Reset panels</translation>
    </message>
    <message>
        <source>各栏放回原来的位置和宽度</source>
        <translation>Put all panels back in their places and widths</translation>
    </message>
    <message>
        <source>浅色</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>深色</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>跟随系统</source>
        <translation>Follow system</translation>
    </message>
    <message>
        <source>帮助(&amp;H)</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>使用说明</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>打开所在之处的说明</source>
        <translation>Open the help for the place you are in</translation>
    </message>
    <message>
        <source>快捷键</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>列出全部快捷键</source>
        <translation>List all shortcuts</translation>
    </message>
    <message>
        <source>（{keys}）</source>
        <translation> ({keys})</translation>
    </message>
    <message>
        <source>工具栏</source>
        <translation>Tool bar</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>未填和待核</source>
        <translation>Open and to confirm</translation>
    </message>
    <message>
        <source>未填</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>待核</source>
        <translation>To confirm</translation>
    </message>
    <message>
        <source>矛盾或不合类型</source>
        <translation>Contradicting or not fitting</translation>
    </message>
    <message>
        <source>已填</source>
        <translation>Filled</translation>
    </message>
    <message>
        <source>未定科室</source>
        <translation>No office yet</translation>
    </message>
    <message>
        <source>{office}（{settled}/{total}）</source>
        <translation>{office} ({settled}/{total})</translation>
    </message>
    <message>
        <source>序号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>科室、来源</source>
        <translation>Office, source</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>处数</source>
        <translation>Places</translation>
    </message>
    <message>
        <source>上下文</source>
        <translation>Context</translation>
    </message>
    <message>
        <source>原值：{value}</source>
        <translation>Former value: {value}</translation>
    </message>
    <message>
        <source>有疑问</source>
        <translation>Doubtful</translation>
    </message>
    <message>
        <source>没有符合筛选条件的待填项。</source>
        <translation>No field fits the filter.</translation>
    </message>
    <message>
        <source>按名称、内容、科室筛选</source>
        <translation>Filter by name, value, office</translation>
    </message>
    <message>
        <source>筛选待填项</source>
        <translation>Filter fields</translation>
    </message>
    <message>
        <source>显示哪些</source>
        <translation>Which are shown</translation>
    </message>
    <message>
        <source>采集表…</source>
        <translation>Send sheet…</translation>
    </message>
    <message>
        <source>采用填好的采集表，先看将改动哪些</source>
        <translation>Use a sheet that came back filled in; you see first what would change</translation>
    </message>
    <message>
        <source>回到正文</source>
        <translation>To text</translation>
    </message>
    <message>
        <source>不再符合筛选条件的项留在原处，点这里收起</source>
        <translation>Items that no longer match the filter stay where they are until you click here</translation>
    </message>
    <message>
        <source>批量填写(&amp;B)…</source>
        <translation>&amp;Batch fill…</translation>
    </message>
    <message>
        <source>为选中的各项填写同样的内容、科室或备注</source>
        <translation>Give all selected fields the same value, office or note</translation>
    </message>
    <message>
        <source>沿用(&amp;Y)</source>
        <translation>Still valid (&amp;Y)</translation>
    </message>
    <message>
        <source>选中的待核项，原来的内容仍然正确</source>
        <translation>For selected fields to confirm: the value taken over is still right</translation>
    </message>
    <message>
        <source>改回待核(&amp;H)</source>
        <translation>Check Again (&amp;H)</translation>
    </message>
    <message>
        <source>选中的各项恢复去年的内容，重新核实</source>
        <translation>Bring back last year’s values of the chosen items, to be checked once more</translation>
    </message>
    <message>
        <source>保留占位符(&amp;W)</source>
        <translation>&amp;Waive</translation>
    </message>
    <message>
        <source>选中的各项按原样打印，不再要求填写</source>
        <translation>The selected fields are printed as they stand and no longer asked for</translation>
    </message>
    <message>
        <source>粘贴(&amp;P)…</source>
        <translation>&amp;Paste…</translation>
    </message>
    <message>
        <source>从 Excel 复制“名称、内容”两栏，或只复制一栏（Ctrl+V）；先看改动再采用</source>
        <translation>Copy a name and a value column in Excel, or one column alone (Ctrl+V); you see the changes first</translation>
    </message>
    <message>
        <source>已填 {settled}/{total}</source>
        <translation>{settled}/{total} filled</translation>
    </message>
    <message>
        <source>收起已不符合筛选的 {count} 项</source>
        <translation>Hide {count} that no longer match</translation>
    </message>
    <message>
        <source>选中 {count} 项</source>
        <translation>{count} selected</translation>
    </message>
    <message>
        <source>没有找到对应的待填项：{labels}</source>
        <translation>No field found for: {labels}</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>多出的 {count} 行没有位置可填，没有采用。</source>
        <translation>{count} further lines had no row to go to and were not taken.</translation>
    </message>
    <message>
        <source>剪贴板里没有可以填写的内容。请在 Excel 中复制“名称、内容”两栏，或只复制一栏内容。</source>
        <translation>The clipboard holds nothing to fill in. Copy a name and a value column in Excel, or one value column alone.</translation>
    </message>
    <message>
        <source>粘贴到填空表</source>
        <translation>Paste into the answer table</translation>
    </message>
    <message>
        <source>复制全部名称和内容，带表头</source>
        <translation>Copy all names and values with headers</translation>
    </message>
    <message>
        <source>清除内容</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>向下填充</source>
        <translation>Fill down</translation>
    </message>
    <message>
        <source>选中整栏</source>
        <translation>Select the whole column</translation>
    </message>
    <message>
        <source>到正文</source>
        <translation>Go to the text</translation>
    </message>
    <message>
        <source>全部答案</source>
        <translation>Answers</translation>
    </message>
    <message>
        <source>报告助手</source>
        <translation>Report Assistant</translation>
    </message>
    <message>
        <source>批量填写</source>
        <translation>Batch fill</translation>
    </message>
    <message>
        <source>等</source>
        <translation>, etc.</translation>
    </message>
    <message>
        <source>为选中的 {count} 项（{shown}）填写同样的内容，空着的不改。</source>
        <translation>Gives the selected fields ({count}: {shown}) the same words; what is left empty is not changed.</translation>
    </message>
    <message>
        <source>内容(&amp;V)</source>
        <translation>&amp;Value</translation>
    </message>
    <message>
        <source>科室、来源(&amp;S)</source>
        <translation>Office, &amp;source</translation>
    </message>
    <message>
        <source>备注(&amp;N)</source>
        <translation>&amp;Note</translation>
    </message>
    <message>
        <source>填写</source>
        <translation>Fill in</translation>
    </message>
    <message>
        <source>特殊字符</source>
        <translation>Special characters</translation>
    </message>
    <message>
        <source>最近用过</source>
        <translation>Recently used</translation>
    </message>
    <message>
        <source>方向键选择，回车插入，Esc 关闭。</source>
        <translation>Arrow keys choose, Enter inserts, Esc closes.</translation>
    </message>
    <message>
        <source>检查设置</source>
        <translation>Check settings</translation>
    </message>
    <message>
        <source>检查规则</source>
        <translation>Rules of the checks</translation>
    </message>
    <message>
        <source>不提示的词</source>
        <translation>Ignored words</translation>
    </message>
    <message>
        <source>规则</source>
        <translation>Rules</translation>
    </message>
    <message>
        <source>单位词表</source>
        <translation>Own word list</translation>
    </message>
    <message>
        <source>文中写作</source>
        <translation>As written</translation>
    </message>
    <message>
        <source>应为</source>
        <translation>Should be</translation>
    </message>
    <message>
        <source>{name}（本单位已关闭）</source>
        <translation>{name} (off for the unit)</translation>
    </message>
    <message>
        <source>只对我</source>
        <translation>Only for me</translation>
    </message>
    <message>
        <source>规则对谁启用</source>
        <translation>For whom rules are on</translation>
    </message>
    <message>
        <source>对本单位（{unit}）</source>
        <translation>For the unit ({unit})</translation>
    </message>
    <message>
        <source>对本单位关闭的规则随导出的设置一起交给同事</source>
        <translation>Rules that are off for the unit go to colleagues with exported settings</translation>
    </message>
    <message>
        <source>在“单位信息”里填写单位名称后，可以对本单位启用或关闭</source>
        <translation>Fill in the unit’s name in “单位信息” to switch rules on or off for the unit</translation>
    </message>
    <message>
        <source>打勾的规则会检查；未填的占位符一律检查，不能关闭。</source>
        <translation>Ticked rules are checked. Open markers are always checked and cannot be switched off.</translation>
    </message>
    <message>
        <source>启用范围：</source>
        <translation>Applies to:</translation>
    </message>
    <message>
        <source>移除</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>以后重新提示选中的词</source>
        <translation>Stop ignoring the selected words</translation>
    </message>
    <message>
        <source>这些词不再提示。在检查结果里选“这个词以后都不提示”即可加入。</source>
        <translation>These words are not reported. To add one, choose “Never report this word” at a finding.</translation>
    </message>
    <message>
        <source>例：县财局</source>
        <translation>e.g. 县财局</translation>
    </message>
    <message>
        <source>例：县财政局</source>
        <translation>e.g. 县财政局</translation>
    </message>
    <message>
        <source>添加</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>本单位常写错的名称和提法，检查时按“应为”提示。</source>
        <translation>Names and terms your organisation often gets wrong; the checks propose what stands under “Should be”.</translation>
    </message>
    <message>
        <source>导入…</source>
        <translation>Import…</translation>
    </message>
    <message>
        <source>并入同事导出的检查设置</source>
        <translation>Add check settings that a colleague exported</translation>
    </message>
    <message>
        <source>存成文件，供同事导入</source>
        <translation>Save as a file for colleagues to import</translation>
    </message>
    <message>
        <source>全部恢复</source>
        <translation>Reset all</translation>
    </message>
    <message>
        <source>启用全部规则，清空不提示的词；单位词表保留</source>
        <translation>Switch all rules on and forget the ignored words; your own word list stays</translation>
    </message>
    <message>
        <source>错误和警告</source>
        <translation>Errors and warnings</translation>
    </message>
    <message>
        <source>显示哪些检查结果</source>
        <translation>Which findings are shown</translation>
    </message>
    <message>
        <source>没有发现问题。</source>
        <translation>No problems found.</translation>
    </message>
    <message>
        <source>检查结果</source>
        <translation>Findings</translation>
    </message>
    <message>
        <source>修改</source>
        <translation>Fix</translation>
    </message>
    <message>
        <source>按建议修改这一处</source>
        <translation>Fix this place as proposed</translation>
    </message>
    <message>
        <source>全部修改</source>
        <translation>Fix all</translation>
    </message>
    <message>
        <source>忽略 ▾</source>
        <translation>Ignore ▾</translation>
    </message>
    <message>
        <source>忽略这一处，或以后都不提示</source>
        <translation>Ignore this place, or never report such again</translation>
    </message>
    <message>
        <source>忽略此处</source>
        <translation>Ignore here</translation>
    </message>
    <message>
        <source>这个词以后都不提示</source>
        <translation>Never report this word</translation>
    </message>
    <message>
        <source>关闭这条规则</source>
        <translation>Switch this rule off</translation>
    </message>
    <message>
        <source>全部修改（{alike}）</source>
        <translation>Fix all ({alike})</translation>
    </message>
    <message>
        <source>还有 {count} 项未填或待核，列在“填空”里。</source>
        <translation>{count} fields are still open or to be confirmed; see “Fill in”.</translation>
    </message>
    <message>
        <source>{severity} · {rule}（{count}）</source>
        <translation>{severity} · {rule} ({count})</translation>
    </message>
    <message>
        <source>空格</source>
        <translation>space</translation>
    </message>
    <message>
        <source>删去</source>
        <translation>delete</translation>
    </message>
    <message>
        <source>{rule}，共 {count} 处。</source>
        <translation>{rule}: {count} places.</translation>
    </message>
    <message>
        <source>修改同样的全部 {alike} 处（{rule}）</source>
        <translation>Fix all {alike} places of this kind ({rule})</translation>
    </message>
    <message>
        <source>忽略这份报告里这类全部 {count} 处</source>
        <translation>Ignore all {count} of this kind in this report</translation>
    </message>
    <message>
        <source>字数</source>
        <translation>Words</translation>
    </message>
    <message>
        <source>与 Word“字数统计”的“字数”相同：每个汉字、中文标点算一字，连写的数字、字母算一字</source>
        <translation>The same as “Words” in Word: each Chinese character or punctuation mark is one, a run of digits or letters is one</translation>
    </message>
    <message>
        <source>字数（不含标点）</source>
        <translation>Words (no punctuation)</translation>
    </message>
    <message>
        <source>不算中文标点和单独的西文标点</source>
        <translation>Chinese punctuation and lone Western punctuation are not counted</translation>
    </message>
    <message>
        <source>字符数（不计空格）</source>
        <translation>Characters (no spaces)</translation>
    </message>
    <message>
        <source>与 Word 相同</source>
        <translation>The same as in Word</translation>
    </message>
    <message>
        <source>字符数（计空格）</source>
        <translation>Characters (with spaces)</translation>
    </message>
    <message>
        <source>中文字符</source>
        <translation>Chinese characters</translation>
    </message>
    <message>
        <source>汉字和中文标点</source>
        <translation>Chinese characters and punctuation</translation>
    </message>
    <message>
        <source>非中文单词</source>
        <translation>Non-Chinese words</translation>
    </message>
    <message>
        <source>连写的数字、字母</source>
        <translation>Runs of digits or letters</translation>
    </message>
    <message>
        <source>段落数</source>
        <translation>Paragraphs</translation>
    </message>
    <message>
        <source>不算空行</source>
        <translation>Empty lines are not counted</translation>
    </message>
    <message>
        <source>字数统计</source>
        <translation>Word count</translation>
    </message>
    <message>
        <source>全文</source>
        <translation>Whole text</translation>
    </message>
    <message>
        <source>选中部分</source>
        <translation>Selection</translation>
    </message>
    <message>
        <source>页数</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>正在分页…</source>
        <translation>Counting pages…</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>替换</source>
        <translation>Replace</translation>
    </message>
    <message>
        <source>待填项</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>现在</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>草稿中</source>
        <translation>In the draft</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Remarks</translation>
    </message>
    <message>
        <source>原文</source>
        <translation>Text here</translation>
    </message>
    <message>
        <source>读回草稿</source>
        <translation>Read back draft</translation>
    </message>
    <message>
        <source>草稿中填写的内容</source>
        <translation>What was filled in in the draft</translation>
    </message>
    <message>
        <source>草稿中改动的文字</source>
        <translation>Text changed in the draft</translation>
    </message>
    <message>
        <source>采用打勾的项</source>
        <translation>Use ticked</translation>
    </message>
    <message>
        <source>不合类型，未采用</source>
        <translation>does not fit the kind, not used</translation>
    </message>
    <message>
        <source>与现有内容不同</source>
        <translation>differs from the value here</translation>
    </message>
    <message>
        <source>（无）</source>
        <translation>(none)</translation>
    </message>
    <message>
        <source>（删去）</source>
        <translation>(deleted)</translation>
    </message>
    <message>
        <source>Word 草稿 (*.docx)</source>
        <translation>Word draft (*.docx)</translation>
    </message>
    <message>
        <source>Word 文档（.docx）</source>
        <translation>Word document (.docx)</translation>
    </message>
    <message>
        <source>PDF 文件（.pdf）</source>
        <translation>PDF file (.pdf)</translation>
    </message>
    <message>
        <source>纯文本（.txt）</source>
        <translation>Plain text (.txt)</translation>
    </message>
    <message>
        <source>导出</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>定稿</source>
        <translation>Final</translation>
    </message>
    <message>
        <source>草稿（未填处标黄，页眉注明）</source>
        <translation>Draft (open fields in yellow, marked in the page head)</translation>
    </message>
    <message>
        <source>附 {count} 条检查批注</source>
        <translation>With {count} comments</translation>
    </message>
    <message>
        <source>检查结果写成 Word 批注，随草稿发给同事；读回草稿时不影响正文</source>
        <translation>Findings become Word comments of the draft; reading it back leaves the text as it is</translation>
    </message>
    <message>
        <source>格式</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>还有 {count} 项未填或待核，暂时只能导出草稿</source>
        <translation>Open or to be confirmed: {count}. Only a draft can be exported</translation>
    </message>
    <message>
        <source>去填写</source>
        <translation>Fill in</translation>
    </message>
    <message>
        <source>全部填好，可以导出定稿</source>
        <translation>Everything is filled in; the final can be exported</translation>
    </message>
    <message>
        <source>另外请留意：检查发现 {count} 处</source>
        <translation>Please note as well: {count} findings</translation>
    </message>
    <message>
        <source>去检查</source>
        <translation>See findings</translation>
    </message>
    <message>
        <source>导出为</source>
        <translation>Export as</translation>
    </message>
    <message>
        <source>版式</source>
        <translation>Layout</translation>
    </message>
    <message>
        <source>未填或待核的项</source>
        <translation>Fields that are open or to be confirmed</translation>
    </message>
    <message>
        <source>回车或双击到该处填写</source>
        <translation>Enter or double-click to fill in there</translation>
    </message>
    <message>
        <source>回车或双击到该处</source>
        <translation>Enter or double-click goes there</translation>
    </message>
    <message>
        <source>选择…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <source>导出到</source>
        <translation>Export to</translation>
    </message>
    <message>
        <source>仍然采用</source>
        <translation>Use anyway</translation>
    </message>
    <message>
        <source>照这样写入正文</source>
        <translation>Write it into the text as it is</translation>
    </message>
    <message>
        <source>（共 {count} 处）</source>
        <translation> ({count} places)</translation>
    </message>
    <message>
        <source>{advised}（按回车采用）</source>
        <translation>{advised} (Enter to use it)</translation>
    </message>
    <message>
        <source>报告助手文件 (*.baogao)</source>
        <translation>Report Assistant files (*.baogao)</translation>
    </message>
    <message>
        <source>报告和范文 ({kinds});;所有文件 (*)</source>
        <translation>Reports and samples ({kinds});;All files (*)</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>选择做好的报告</source>
        <translation>Choose a finished report</translation>
    </message>
    <message>
        <source>不保存</source>
        <translation>Don't save</translation>
    </message>
    <message>
        <source>填写内容</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>负责科室、人</source>
        <translation>Office or person</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>填好，下一项</source>
        <translation>Done, next field</translation>
    </message>
    <message>
        <source>回车</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>保留占位符</source>
        <translation>Waive</translation>
    </message>
    <message>
        <source>关联…</source>
        <translation>Links…</translation>
    </message>
    <message>
        <source>查看这一项的各处，拆开或并入其他项</source>
        <translation>See all places of this field, split them or join others</translation>
    </message>
    <message>
        <source>（推测为同一项）</source>
        <translation> (probably one field)</translation>
    </message>
    <message>
        <source> · 共 {count} 处{guessed}</source>
        <translation> · {count} places{guessed}</translation>
    </message>
    <message>
        <source> · 原值 {value}</source>
        <translation> · was {value}</translation>
    </message>
    <message>
        <source>沿用，下一项</source>
        <translation>Still valid, next</translation>
    </message>
    <message>
        <source>沿用</source>
        <translation>Still valid</translation>
    </message>
    <message>
        <source>原来的内容仍然正确</source>
        <translation>The value taken over is still right</translation>
    </message>
    <message>
        <source>改回待核</source>
        <translation>Check Again</translation>
    </message>
    <message>
        <source>恢复去年的内容，重新核实</source>
        <translation>Bring back last year’s value, to be checked once more</translation>
    </message>
    <message>
        <source>取消保留</source>
        <translation>Require again</translation>
    </message>
    <message>
        <source>这一项重新要求填写</source>
        <translation>This field is asked for again</translation>
    </message>
    <message>
        <source>这一项按原样打印，不再要求填写</source>
        <translation>This field is printed as it stands and no longer asked for</translation>
    </message>
    <message>
        <source>共 {places} 处</source>
        <translation>{places} places</translation>
    </message>
    <message>
        <source>以这份报告为底稿新建</source>
        <translation>New report on the basis of this one</translation>
    </message>
    <message>
        <source>填写进度</source>
        <translation>How much is filled in</translation>
    </message>
    <message>
        <source>按名称、内容筛选</source>
        <translation>Filter by name or value</translation>
    </message>
    <message>
        <source>一项一项地问（F6）</source>
        <translation>One field after another (F6)</translation>
    </message>
    <message>
        <source>表格</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>全部列成表格，可批量填写、与 Excel 互相粘贴（F7）</source>
        <translation>All fields in one table: fill in several at once, copy and paste to and from Excel (F7)</translation>
    </message>
    <message>
        <source>这份报告里没有占位符。
文中的 X、xx、×× 或 ** 会自动成为待填项。

是去年做好的报告？以它为底稿写新的，数字、日期、名称会列在这里逐项核实。</source>
        <translation>This report has no markers.
X, xx, ×× or ** in the text become fields automatically.

Is it last year's finished report? Begin a new one on its basis: figures, dates and names will be listed here to be confirmed one by one.</translation>
    </message>
    <message>
        <source>全部填好，可以导出定稿。</source>
        <translation>Everything is filled in; the final can be exported.</translation>
    </message>
    <message>
        <source>开头</source>
        <translation>Opening</translation>
    </message>
    <message>
        <source>{title}，已填 {settled}/{total}</source>
        <translation>{title}, {settled}/{total} filled</translation>
    </message>
    <message>
        <source>（{value}）</source>
        <translation> ({value})</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>本节</source>
        <translation>This section</translation>
    </message>
    <message>
        <source>查找内容</source>
        <translation>What to find</translation>
    </message>
    <message>
        <source>替换为</source>
        <translation>Replace with</translation>
    </message>
    <message>
        <source>查找范围</source>
        <translation>Where to find</translation>
    </message>
    <message>
        <source>区分大小写</source>
        <translation>Match case</translation>
    </message>
    <message>
        <source>字母大小写不同的不算</source>
        <translation>Capital and small letters are not the same</translation>
    </message>
    <message>
        <source>正则表达式</source>
        <translation>Regex</translation>
    </message>
    <message>
        <source>如 第[一二三]季度、(\d+)个；替换时用 $1 代表第一个括号里的内容</source>
        <translation>For example 第[一二三]季度 or (\d+)个; $1 in the replacement stands for what the first brackets found</translation>
    </message>
    <message>
        <source>包括已填内容</source>
        <translation>Filled too</translation>
    </message>
    <message>
        <source>替换时连已填的待填项一起改；占位符从不改动</source>
        <translation>Replace inside filled fields as well; markers are never changed</translation>
    </message>
    <message>
        <source>全部替换</source>
        <translation>Replace all</translation>
    </message>
    <message>
        <source>关闭（Esc）</source>
        <translation>Close (Esc)</translation>
    </message>
    <message>
        <source>关闭查找</source>
        <translation>Close the find bar</translation>
    </message>
    <message>
        <source>上一个</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>下一个</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>第 {at} 处，共 {count} 处</source>
        <translation>{at} of {count}</translation>
    </message>
    <message>
        <source>找到 {count} 处</source>
        <translation>{count} found</translation>
    </message>
    <message>
        <source>没有找到</source>
        <translation>Not found</translation>
    </message>
    <message>
        <source>《{name}》</source>
        <translation>“{name}”</translation>
    </message>
    <message>
        <source>定位</source>
        <translation>Go to</translation>
    </message>
    <message>
        <source>标题中的字，或页码（正在分页…）</source>
        <translation>Words of a heading, or a page (counting pages…)</translation>
    </message>
    <message>
        <source>页码或标题</source>
        <translation>Page or heading</translation>
    </message>
    <message>
        <source>页和标题</source>
        <translation>Pages and headings</translation>
    </message>
    <message>
        <source>上下键选择，回车前往。</source>
        <translation>Up and Down choose, Enter goes there.</translation>
    </message>
    <message>
        <source>页码（1 至 {count}），或标题中的字</source>
        <translation>Page (1 to {count}), or words of a heading</translation>
    </message>
    <message>
        <source>标题中的字</source>
        <translation>Words of a heading</translation>
    </message>
    <message>
        <source>第 {number} 页（正在分页…）</source>
        <translation>Page {number} (counting pages…)</translation>
    </message>
    <message>
        <source>第 {number} 页</source>
        <translation>Page {number}</translation>
    </message>
    <message>
        <source>没有第 {number} 页，全文共 {count} 页。</source>
        <translation>There is no page {number}; the report has {count}.</translation>
    </message>
    <message>
        <source>没有含这些字的标题。</source>
        <translation>No heading has these words.</translation>
    </message>
    <message>
        <source>这份报告还没有标题，可以输入页码。</source>
        <translation>The report has no headings yet; type a page number.</translation>
    </message>
    <message>
        <source>正在分页…，随后即前往。</source>
        <translation>Counting pages…, then going there.</translation>
    </message>
    <message>
        <source>查找，如：采集表</source>
        <translation>Find, for example: sheet</translation>
    </message>
    <message>
        <source>在使用说明中查找</source>
        <translation>Search the help</translation>
    </message>
    <message>
        <source>使用说明的目录</source>
        <translation>Contents of the help</translation>
    </message>
    <message>
        <source>知道了</source>
        <translation>Got it</translation>
    </message>
    <message>
        <source>不再提示</source>
        <translation>Don't show again</translation>
    </message>
    <message>
        <source>{title}：{words}</source>
        <translation>{title}: {words}</translation>
    </message>
    <message>
        <source>大纲</source>
        <translation>Outline</translation>
    </message>
    <message>
        <source>报告的各级标题。点一下就到那一节；右边标出还有几处没有填。</source>
        <translation>The headings of the report. Click one to go to its section; the mark on the right tells how many places are still open.</translation>
    </message>
    <message>
        <source>有底色的是要填写的内容。相同的内容只问一次，填一处，其余各处一并填好。</source>
        <translation>Shaded places are to be filled in. The same content is asked for once: fill in one place and all the others follow.</translation>
    </message>
    <message>
        <source>填空</source>
        <translation>Fill in</translation>
    </message>
    <message>
        <source>在这里逐项填写，按回车到下一项。想看说明随时按 F1。</source>
        <translation>Fill in the fields here one by one; Enter goes to the next. Press F1 for help at any time.</translation>
    </message>
    <message>
        <source>查看这份报告里忽略了哪些，恢复提示</source>
        <translation>See what is ignored in this report and bring it back</translation>
    </message>
    <message>
        <source>已忽略 {count} 处 ▾</source>
        <translation>{count} ignored ▾</translation>
    </message>
    <message>
        <source>恢复：{words}（{rule}）</source>
        <translation>Bring back: {words} ({rule})</translation>
    </message>
    <message>
        <source>请哪个科室提供</source>
        <translation>Which office provides it</translation>
    </message>
    <message>
        <source>科室名称</source>
        <translation>Name of the office</translation>
    </message>
    <message>
        <source>请哪个科室提供？</source>
        <translation>Which office provides it?</translation>
    </message>
    <message>
        <source>记下，下一项</source>
        <translation>Note it, next field</translation>
    </message>
    <message>
        <source>上一项</source>
        <translation>Previous field</translation>
    </message>
    <message>
        <source>跳过</source>
        <translation>Skip</translation>
    </message>
    <message>
        <source>问科室(&amp;K)</source>
        <translation>As&amp;k an office</translation>
    </message>
    <message>
        <source>记下由哪个科室提供，采集表上会列出</source>
        <translation>Note which office provides it; the collection sheet will list it</translation>
    </message>
    <message>
        <source>关联…(&amp;L)</source>
        <translation>&amp;Links…</translation>
    </message>
    <message>
        <source>来源(&amp;S)</source>
        <translation>&amp;Source</translation>
    </message>
    <message>
        <source> · 共 {count} 处</source>
        <translation> · {count} places</translation>
    </message>
    <message>
        <source>仍然采用(&amp;Y)</source>
        <translation>Use an&amp;yway</translation>
    </message>
    <message>
        <source>取消保留(&amp;Y)</source>
        <translation>Require again (&amp;Y)</translation>
    </message>
    <message>
        <source>保留占位符(&amp;Y)</source>
        <translation>Waive (&amp;Y)</translation>
    </message>
    <message>
        <source>按正文顺序</source>
        <translation>As in the text</translation>
    </message>
    <message>
        <source>按类型</source>
        <translation>By kind</translation>
    </message>
    <message>
        <source>按科室</source>
        <translation>By office</translation>
    </message>
    <message>
        <source>提问顺序</source>
        <translation>Order of the questions</translation>
    </message>
    <message>
        <source>Ctrl+回车</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>继续填写</source>
        <translation>Go on filling in</translation>
    </message>
    <message>
        <source>选中一项按回车，可以直接回到那一项</source>
        <translation>Choose a field and press Enter to go straight back to it</translation>
    </message>
    <message>
        <source>回到这一项</source>
        <translation>Back to this one</translation>
    </message>
    <message>
        <source>单位信息</source>
        <translation>Organisation details</translation>
    </message>
    <message>
        <source>第 {at} 项，共 {count} 项</source>
        <translation>Field {at} of {count}</translation>
    </message>
    <message>
        <source>共 {count} 项，已填 {settled} 项</source>
        <translation>Fields: {count}, filled: {settled}</translation>
    </message>
    <message>
        <source>未填 {count} 项</source>
        <translation>{count} open</translation>
    </message>
    <message>
        <source>（其中 {asked} 项已记下科室）</source>
        <translation> ({asked} of them noted for an office)</translation>
    </message>
    <message>
        <source>待核 {stale} 项</source>
        <translation>{stale} to confirm</translation>
    </message>
    <message>
        <source>保留占位符 {waived} 项</source>
        <translation>{waived} waived</translation>
    </message>
    <message>
        <source>。选中一项按回车，回到那一项；直接键入，就在这里改。</source>
        <translation>. Choose one and press Enter to go back to it, or type to change it here.</translation>
    </message>
    <message>
        <source>与文中相关数字对不上：{calculation}。</source>
        <translation>Does not agree with other figures of the text: {calculation}.</translation>
    </message>
    <message>
        <source>加号</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>按功能或按键查找</source>
        <translation>Find by function or key</translation>
    </message>
    <message>
        <source>查找快捷键</source>
        <translation>Find shortcuts</translation>
    </message>
    <message>
        <source>全部快捷键</source>
        <translation>All shortcuts</translation>
    </message>
    <message>
        <source>功能</source>
        <translation>Function</translation>
    </message>
    <message>
        <source>按键</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>自定义…</source>
        <translation>Customise…</translation>
    </message>
    <message>
        <source>以所选版式为底，改成自己的版式，边改边看</source>
        <translation>Make your own layout from the chosen one and see each change at once</translation>
    </message>
    <message>
        <source>{problem}&lt;a href="{name}"&gt;修改&lt;/a&gt;</source>
        <translation>{problem}&lt;a href="{name}"&gt;Change&lt;/a&gt;</translation>
    </message>
    <message>
        <source>自定义版式</source>
        <translation>Customise layout</translation>
    </message>
    <message>
        <source>版式文件全文</source>
        <translation>Whole text of the layout file</translation>
    </message>
    <message>
        <source>常用设置</source>
        <translation>Common settings</translation>
    </message>
    <message>
        <source>全部设置</source>
        <translation>All settings</translation>
    </message>
    <message>
        <source>保存版式</source>
        <translation>Save layout</translation>
    </message>
    <message>
        <source>上</source>
        <translation>Top</translation>
    </message>
    <message>
        <source>下</source>
        <translation>Bottom</translation>
    </message>
    <message>
        <source>左</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>右</source>
        <translation>Right</translation>
    </message>
    <message>
        <source>标题</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>段内三级标题</source>
        <translation>Run-in heading 3</translation>
    </message>
    <message>
        <source>单页居右、双页居左</source>
        <translation>Odd pages right, even pages left</translation>
    </message>
    <message>
        <source>居中</source>
        <translation>Centred</translation>
    </message>
    <message>
        <source>不排页码</source>
        <translation>No page numbers</translation>
    </message>
    <message>
        <source>版式名称</source>
        <translation>Name of the layout</translation>
    </message>
    <message>
        <source>页边距（毫米）</source>
        <translation>Margins (mm)</translation>
    </message>
    <message>
        <source>每页行数</source>
        <translation>Lines per page</translation>
    </message>
    <message>
        <source> 行</source>
        <translation> lines</translation>
    </message>
    <message>
        <source>每行字数</source>
        <translation>Characters per line</translation>
    </message>
    <message>
        <source> 字</source>
        <translation> chars</translation>
    </message>
    <message>
        <source>行距</source>
        <translation>Line pitch</translation>
    </message>
    <message>
        <source> 磅</source>
        <translation> pt</translation>
    </message>
    <message>
        <source>行与字</source>
        <translation>Grid</translation>
    </message>
    <message>
        <source>固定行距</source>
        <translation>Pitch</translation>
    </message>
    <message>
        <source>{word}边距</source>
        <translation>{word} margin</translation>
    </message>
    <message>
        <source>{word}字体</source>
        <translation>{word}: typeface</translation>
    </message>
    <message>
        <source>{word}字号</source>
        <translation>{word}: type size</translation>
    </message>
    <message>
        <source>{points:g} 磅</source>
        <translation>{points:g} pt</translation>
    </message>
    <message>
        <source>加粗</source>
        <translation>Bold</translation>
    </message>
    <message>
        <source>{word}加粗</source>
        <translation>{word}: bold</translation>
    </message>
    <message>
        <source>页码</source>
        <translation>Page number</translation>
    </message>
    <message>
        <source>落款处留出盖章位置</source>
        <translation>Leave room for the seal at the signature</translation>
    </message>
    <message>
        <source>“一是…”等首句加粗</source>
        <translation>Bold lead sentences such as “一是…”</translation>
    </message>
    <message>
        <source>关联</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>以下 {count} 项各有几处，打勾的一并填写</source>
        <translation>Each of these fields ({count}) has several places; the ticked ones are filled in</translation>
    </message>
    <message>
        <source>这些地方看上去是同一内容。不是同一内容的请去掉勾，会另成一项。</source>
        <translation>These places look like the same content. Untick those that are not; they become a field of their own.</translation>
    </message>
    <message>
        <source>填写打勾的处</source>
        <translation>Fill in ticked places</translation>
    </message>
    <message>
        <source>{label}：{value}</source>
        <translation>{label}: {value}</translation>
    </message>
    <message>
        <source>把“{value}”填到以下打勾的 {count} 处？</source>
        <translation>Put “{value}” into these {count} ticked places?</translation>
    </message>
    <message>
        <source>“{label}”包括哪几处？</source>
        <translation>Which places belong to “{label}”?</translation>
    </message>
    <message>
        <source>一并填写</source>
        <translation>Fill in all</translation>
    </message>
    <message>
        <source>确定</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>也可能是同一内容（需要时打勾并入）</source>
        <translation>Perhaps the same content (tick to join)</translation>
    </message>
    <message>
        <source>全不选</source>
        <translation>Untick all</translation>
    </message>
    <message>
        <source>%m月%d日 %H:%M</source>
        <translation>%d %b %H:%M</translation>
    </message>
    <message>
        <source>检查</source>
        <translation>Checks</translation>
    </message>
    <message>
        <source>短语</source>
        <translation>Phrases</translation>
    </message>
    <message>
        <source>导出 Word 文档（Ctrl+E）</source>
        <translation>Export a Word document (Ctrl+E)</translation>
    </message>
    <message>
        <source>未命名</source>
        <translation>Untitled</translation>
    </message>
    <message>
        <source>（只读）</source>
        <translation> (read only)</translation>
    </message>
    <message>
        <source>{dot}{name} - 报告助手</source>
        <translation>{dot}{name} - Report Assistant</translation>
    </message>
    <message>
        <source>Word 文档 (*.docx);;文本文件 (*.txt)</source>
        <translation>Word document (*.docx);;Text file (*.txt)</translation>
    </message>
    <message>
        <source>关闭提示</source>
        <translation>Close the notice</translation>
    </message>
    <message>
        <source>文件：红色分隔线，版记在末页下方</source>
        <translation>Document: red line, imprint at the foot of the last page</translation>
    </message>
    <message>
        <source>信函：上下红色双线，首页不排页码</source>
        <translation>Letter: double red lines, no page number on the first page</translation>
    </message>
    <message>
        <source>发文机关标志</source>
        <translation>Issuing body</translation>
    </message>
    <message>
        <source>××县人民政府文件</source>
        <translation>××县人民政府文件</translation>
    </message>
    <message>
        <source>发文字号</source>
        <translation>Document number</translation>
    </message>
    <message>
        <source>×政〔2026〕1号</source>
        <translation>×政〔2026〕1号</translation>
    </message>
    <message>
        <source>签发人</source>
        <translation>Signed by</translation>
    </message>
    <message>
        <source>上行文才有</source>
        <translation>only in documents to superiors</translation>
    </message>
    <message>
        <source>份号</source>
        <translation>Copy number</translation>
    </message>
    <message>
        <source>六位数字，如 000001</source>
        <translation>six digits, e.g. 000001</translation>
    </message>
    <message>
        <source>密级和保密期限</source>
        <translation>Secrecy level and term</translation>
    </message>
    <message>
        <source>机密★1年</source>
        <translation>机密★1年</translation>
    </message>
    <message>
        <source>紧急程度</source>
        <translation>Urgency</translation>
    </message>
    <message>
        <source>特急 或 加急</source>
        <translation>特急 or 加急</translation>
    </message>
    <message>
        <source>抄送</source>
        <translation>Copies to</translation>
    </message>
    <message>
        <source>机关之间用逗号隔开</source>
        <translation>commas between bodies</translation>
    </message>
    <message>
        <source>印发机关</source>
        <translation>Issued by</translation>
    </message>
    <message>
        <source>××县人民政府办公室</source>
        <translation>××县人民政府办公室</translation>
    </message>
    <message>
        <source>印发日期</source>
        <translation>Issued on</translation>
    </message>
    <message>
        <source>2026年1月8日</source>
        <translation>2026年1月8日</translation>
    </message>
    <message>
        <source>版头和版记</source>
        <translation>Official head and imprint</translation>
    </message>
    <message>
        <source>{what}（{keys}）</source>
        <translation>{what} ({keys})</translation>
    </message>
    <message>
        <source>筛选标题</source>
        <translation>Filter headings</translation>
    </message>
    <message>
        <source>这份报告还没有小标题。
在正文中以“一、”“（一）”“1.”开头的段落会出现在这里。</source>
        <translation>This report has no headings yet.
Paragraphs that begin with “一、”, “（一）” or “1.” appear here.</translation>
    </message>
    <message>
        <source>未填和待核 {open_fields} 项</source>
        <translation>{open_fields} open or to confirm</translation>
    </message>
    <message>
        <source>检查结果 {findings} 处</source>
        <translation>findings: {findings}</translation>
    </message>
    <message>
        <source>上移	Alt+↑</source>
        <translation>Move up	Alt+↑</translation>
    </message>
    <message>
        <source>下移	Alt+↓</source>
        <translation>Move down	Alt+↓</translation>
    </message>
    <message>
        <source>升一级	Alt+←</source>
        <translation>Promote	Alt+←</translation>
    </message>
    <message>
        <source>降一级	Alt+→</source>
        <translation>Demote	Alt+→</translation>
    </message>
    <message>
        <source>在后面插入一节	Insert</source>
        <translation>Insert a section after	Insert</translation>
    </message>
    <message>
        <source>改标题	F2</source>
        <translation>Rename	F2</translation>
    </message>
    <message>
        <source>删除这一节	Delete</source>
        <translation>Delete this section	Delete</translation>
    </message>
    <message>
        <source>这一节还可以写…	Ctrl+Shift+K</source>
        <translation>What else to write here…	Ctrl+Shift+K</translation>
    </message>
    <message>
        <source>报告正文</source>
        <translation>Text of the report</translation>
    </message>
    <message>
        <source>撤销(&amp;U)</source>
        <translation>&amp;Undo</translation>
    </message>
    <message>
        <source>重做(&amp;R)</source>
        <translation>&amp;Redo</translation>
    </message>
    <message>
        <source>剪切(&amp;T)</source>
        <translation>Cu&amp;t</translation>
    </message>
    <message>
        <source>复制(&amp;C)</source>
        <translation>&amp;Copy</translation>
    </message>
    <message>
        <source>粘贴(&amp;P)</source>
        <translation>&amp;Paste</translation>
    </message>
    <message>
        <source>全选(&amp;A)</source>
        <translation>Select &amp;all</translation>
    </message>
    <message>
        <source>：{value}</source>
        <translation>: {value}</translation>
    </message>
    <message>
        <source>改为“{new}”</source>
        <translation>Change to “{new}”</translation>
    </message>
    <message>
        <source>删去“{old}”</source>
        <translation>Delete “{old}”</translation>
    </message>
    <message>
        <source>填写“{label}”…</source>
        <translation>Fill in “{label}”…</translation>
    </message>
    <message>
        <source>短语包 (*.duanyu)</source>
        <translation>Phrase packs (*.duanyu)</translation>
    </message>
    <message>
        <source>报告 ({kinds})</source>
        <translation>Reports ({kinds})</translation>
    </message>
    <message>
        <source>短语类别</source>
        <translation>Category of phrases</translation>
    </message>
    <message>
        <source>插入</source>
        <translation>Insert</translation>
    </message>
    <message>
        <source>插入到光标处（回车）</source>
        <translation>Insert at the cursor (Enter)</translation>
    </message>
    <message>
        <source>星标</source>
        <translation>Star</translation>
    </message>
    <message>
        <source>设为常用，排在最前；再按一次取消</source>
        <translation>Put it among the favourites at the top; press again to take it off</translation>
    </message>
    <message>
        <source>不再显示</source>
        <translation>Hide</translation>
    </message>
    <message>
        <source>例句</source>
        <translation>Example</translation>
    </message>
    <message>
        <source>内置短语</source>
        <translation>Built-in phrases</translation>
    </message>
    <message>
        <source>报告</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>第</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>单独显示</source>
        <translation>Page only</translation>
    </message>
    <message>
        <source>并排显示</source>
        <translation>With text</translation>
    </message>
    <message>
        <source>关闭预览</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>返回编辑</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>页，共 {count} 页</source>
        <translation>of {count}</translation>
    </message>
    <message>
        <source>检查设置 (*.json)</source>
        <translation>Check settings (*.json)</translation>
    </message>
    <message>
        <source>导出检查设置</source>
        <translation>Export check settings</translation>
    </message>
    <message>
        <source>导入检查设置</source>
        <translation>Import check settings</translation>
    </message>
    <message>
        <source>%m月%d日 %H:%M:%S</source>
        <translation>%d %b %H:%M:%S</translation>
    </message>
    <message>
        <source>右键可以修改或忽略。</source>
        <translation>Right-click to fix or ignore.</translation>
    </message>
    <message>
        <source>采集表 (*.xlsx)</source>
        <translation>Collection sheet (*.xlsx)</translation>
    </message>
    <message>
        <source>采集表 (*.xlsx *.csv *.xls *.et)</source>
        <translation>Collection sheets (*.xlsx *.csv *.xls *.et)</translation>
    </message>
    <message>
        <source>导出采集表（文件名后加科室名称）</source>
        <translation>Export collection sheets (the office is added to the file name)</translation>
    </message>
    <message>
        <source>导出采集表</source>
        <translation>Export collection sheet</translation>
    </message>
    <message>
        <source>每科室一份</source>
        <translation>One for each office</translation>
    </message>
    <message>
        <source>合为一份</source>
        <translation>One for all</translation>
    </message>
    <message>
        <source>读取采集表（可同时选几份）</source>
        <translation>Read collection sheets (several at once)</translation>
    </message>
    <message>
        <source>读取采集表</source>
        <translation>Read collection sheet</translation>
    </message>
    <message>
        <source>打开文件…</source>
        <translation>Open a file…</translation>
    </message>
    <message>
        <source>Word、文本或报告助手文件</source>
        <translation>Word, text or Report Assistant file</translation>
    </message>
    <message>
        <source>数字、日期、名称逐项核实</source>
        <translation>Figures, dates, names to confirm</translation>
    </message>
    <message>
        <source>粘贴文本</source>
        <translation>Paste text</translation>
    </message>
    <message>
        <source>从网页、Word、WPS 复制</source>
        <translation>Copied from the web, Word or WPS</translation>
    </message>
    <message>
        <source>从提纲开始…</source>
        <translation>Begin from an outline…</translation>
    </message>
    <message>
        <source>选文种，改标题，再动笔</source>
        <translation>Choose a genre, change the headings</translation>
    </message>
    <message>
        <source>继续上次的报告</source>
        <translation>Go on with the last report</translation>
    </message>
    <message>
        <source>最近的报告</source>
        <translation>Recent reports</translation>
    </message>
    <message>
        <source>还没有打开过报告。打开或保存过的报告会列在这里。</source>
        <translation>Reports that you open or save are listed here.</translation>
    </message>
    <message>
        <source>打开一份范文，填好占位符，导出符合公文格式的 Word 文档。全程不联网。</source>
        <translation>Open a sample, fill in its markers, export an official Word document. Nothing goes online.</translation>
    </message>
    <message>
        <source>从范文开始</source>
        <translation>Begin from a sample</translation>
    </message>
    <message>
        <source>最近</source>
        <translation>Recent</translation>
    </message>
    <message>
        <source>  继续上次的报告
  {told}</source>
        <translation>  Go on with the last report
  {told}</translation>
    </message>
    <message>
        <source>继续上次的报告：{name}</source>
        <translation>Go on with the last report: {name}</translation>
    </message>
    <message>
        <source>昨天</source>
        <translation>yesterday</translation>
    </message>
    <message>
        <source>今天</source>
        <translation>today</translation>
    </message>
    <message>
        <source>{month}月{day}日</source>
        <translation>{day}/{month}</translation>
    </message>
    <message>
        <source>{year}年{month}月{day}日</source>
        <translation>{day}/{month}/{year}</translation>
    </message>
    <message>
        <source>打开“检查”（F4 到下一处）</source>
        <translation>Open Checks (F4: next finding)</translation>
    </message>
    <message>
        <source>显示比例</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>已选 {selected}/{count} 字</source>
        <translation>{selected}/{count} characters selected</translation>
    </message>
    <message>
        <source>{count} 字</source>
        <translation>{count} words</translation>
    </message>
    <message>
        <source>第 {at} 页，共 {count} 页</source>
        <translation>Page {at} of {count}</translation>
    </message>
    <message>
        <source>表中名称</source>
        <translation>Name in the table</translation>
    </message>
    <message>
        <source>值</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>把握</source>
        <translation>Certainty</translation>
    </message>
    <message>
        <source>从表格取数</source>
        <translation>Take figures from a table</translation>
    </message>
    <message>
        <source>工作表</source>
        <translation>Worksheet</translation>
    </message>
    <message>
        <source>数值所在栏</source>
        <translation>Column of the values</translation>
    </message>
    <message>
        <source>填写打勾的项</source>
        <translation>Fill in ticked</translation>
    </message>
    <message>
        <source>可以填写的项</source>
        <translation>Fields that can be filled in</translation>
    </message>
    <message>
        <source>自动判断</source>
        <translation>Automatic</translation>
    </message>
    <message>
        <source>第 {number} 个数值栏</source>
        <translation>Value column {number}</translation>
    </message>
    <message>
        <source>（表中 {original}）</source>
        <translation> (in the table: {original})</translation>
    </message>
    <message>
        <source>一致</source>
        <translation>same</translation>
    </message>
    <message>
        <source>可能</source>
        <translation>perhaps</translation>
    </message>
    <message>
        <source>{text}
单元格 {place}</source>
        <translation>{text}
Cell {place}</translation>
    </message>
    <message>
        <source>Excel 表格 (*.xlsx)</source>
        <translation>Excel table (*.xlsx)</translation>
    </message>
    <message>
        <source>将改为</source>
        <translation>Will be</translation>
    </message>
    <message>
        <source>替换已填的内容</source>
        <translation>replaces a filled value</translation>
    </message>
    <message>
        <source>名称相近，请核对</source>
        <translation>similar name, please compare</translation>
    </message>
    <message>
        <source>几份采集表不一致，请选一个</source>
        <translation>Sheets disagree: choose one</translation>
    </message>
    <message>
        <source>推算的日期，请核对</source>
        <translation>Calculated date: please check</translation>
    </message>
    <message>
        <source>不合类型</source>
        <translation>does not fit the kind</translation>
    </message>
    <message>
        <source>只记来源、备注</source>
        <translation>source and note only</translation>
    </message>
    <message>
        <source>将要改动的待填项</source>
        <translation>Fields that would change</translation>
    </message>
    <message>
        <source>……共 {count} 处没有采用。</source>
        <translation>… {count} in all were not used.</translation>
    </message>
    <message>
        <source>共 {total} 项，打勾 {count} 项。替换和相近的请核对后再打勾。</source>
        <translation>Fields: {total}, ticked: {count}. Please look at replacements and similar names before you tick them.</translation>
    </message>
    <message>
        <source>（未填）</source>
        <translation>(open)</translation>
    </message>
    <message>
        <source>省（自治区、直辖市）</source>
        <translation>Province (autonomous region, municipality)</translation>
    </message>
    <message>
        <source>例：江南省</source>
        <translation>e.g. 江南省</translation>
    </message>
    <message>
        <source>市（州、盟）</source>
        <translation>City (prefecture)</translation>
    </message>
    <message>
        <source>例：安澜市</source>
        <translation>e.g. 安澜市</translation>
    </message>
    <message>
        <source>县（市、区）</source>
        <translation>County (city, district)</translation>
    </message>
    <message>
        <source>例：青禾县</source>
        <translation>e.g. 青禾县</translation>
    </message>
    <message>
        <source>单位全称</source>
        <translation>Full name of the organisation</translation>
    </message>
    <message>
        <source>例：青禾县财政局</source>
        <translation>e.g. 青禾县财政局</translation>
    </message>
    <message>
        <source>单位简称</source>
        <translation>Short name of the organisation</translation>
    </message>
    <message>
        <source>行业</source>
        <translation>Sector</translation>
    </message>
    <message>
        <source>例：财政</source>
        <translation>e.g. 财政</translation>
    </message>
    <message>
        <source>上级单位</source>
        <translation>Superior organisation</translation>
    </message>
    <message>
        <source>例：安澜市财政局</source>
        <translation>e.g. 安澜市财政局</translation>
    </message>
    <message>
        <source>党组书记</source>
        <translation>Party secretary</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>name</translation>
    </message>
    <message>
        <source>局长（主要负责人）</source>
        <translation>Head of the bureau</translation>
    </message>
    <message>
        <source>填一次，以后每份报告都会据此提示地名、单位、行业和姓名。只存在本机。</source>
        <translation>Filled in once, used for places, organisations, sector and names in every report. Kept on this computer only.</translation>
    </message>
    <message>
        <source>采用单位信息</source>
        <translation>Use organisation details</translation>
    </message>
    <message>
        <source>以下各项可以按单位信息填写</source>
        <translation>These fields can be filled from the organisation details</translation>
    </message>
    <message>
        <source>（{places} 处）</source>
        <translation> ({places} places)</translation>
    </message>
    <message>
        <source>日历</source>
        <translation>Calendar</translation>
    </message>
    <message>
        <source>更多</source>
        <translation>More</translation>
    </message>
    <message>
        <source>{words}（Alt+{number}）</source>
        <translation>{words} (Alt+{number})</translation>
    </message>
    <message>
        <source>不像{kind}，请核对。</source>
        <translation>This does not look like a value of the kind “{kind}”; please check.</translation>
    </message>
    <message>
        <source>将写入：{read}{unit}</source>
        <translation>Will be written as: {read}{unit}</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>今天 %H:%M</source>
        <translation>today %H:%M</translation>
    </message>
    <message>
        <source>昨天 %H:%M</source>
        <translation>yesterday %H:%M</translation>
    </message>
    <message>
        <source>%Y年%m月%d日 %H:%M</source>
        <translation>%Y-%m-%d %H:%M</translation>
    </message>
    <message>
        <source>底稿原文</source>
        <translation>Text taken over</translation>
    </message>
    <message>
        <source>查看并采用</source>
        <translation>See and use</translation>
    </message>
    <message>
        <source>一并填写…</source>
        <translation>Fill in all…</translation>
    </message>
    <message>
        <source>回到导出</source>
        <translation>Back to the export</translation>
    </message>
    <message>
        <source>去改</source>
        <translation>Go there</translation>
    </message>
    <message>
        <source>打开所在文件夹</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <source>年份顺延</source>
        <translation>Advance years</translation>
    </message>
    <message>
        <source>过渡</source>
        <translation>Transition</translation>
    </message>
    <message>
        <source>做法</source>
        <translation>Measures</translation>
    </message>
    <message>
        <source>成效</source>
        <translation>Results</translation>
    </message>
    <message>
        <source>问题</source>
        <translation>Problems</translation>
    </message>
    <message>
        <source>打算</source>
        <translation>Plans</translation>
    </message>
    <message>
        <source>结尾</source>
        <translation>Closing</translation>
    </message>
    <message>
        <source>固定表述</source>
        <translation>Set wording</translation>
    </message>
    <message>
        <source>称谓</source>
        <translation>Forms of address</translation>
    </message>
    <message>
        <source>半年、年度工作总结和计划</source>
        <translation>Work summaries</translation>
    </message>
    <message>
        <source>总结大会讲话</source>
        <translation>Closing speeches</translation>
    </message>
    <message>
        <source>专项工作总结</source>
        <translation>Special-work summaries</translation>
    </message>
    <message>
        <source>述职报告</source>
        <translation>Reports on duties</translation>
    </message>
    <message>
        <source>述责述廉</source>
        <translation>Duty and integrity reports</translation>
    </message>
    <message>
        <source>情况汇报</source>
        <translation>Situation reports</translation>
    </message>
    <message>
        <source>调研报告</source>
        <translation>Survey reports</translation>
    </message>
    <message>
        <source>民主生活会对照检查</source>
        <translation>Self-examinations</translation>
    </message>
    <message>
        <source>填好当前项，到下一项</source>
        <translation>Fill in this field and go to the next</translation>
    </message>
    <message>
        <source>下一项</source>
        <translation>Next field</translation>
    </message>
    <message>
        <source>填好，到下一项；空着时采用提示的内容</source>
        <translation>Fill in and go to the next; where empty, use what is proposed</translation>
    </message>
    <message>
        <source>问科室</source>
        <translation>Ask an office</translation>
    </message>
    <message>
        <source>采用第一个备选内容（Alt+2 至 Alt+4 同）</source>
        <translation>Use the first proposal (Alt+2 to Alt+4 the others)</translation>
    </message>
    <message>
        <source>日历、更多备选内容</source>
        <translation>Calendar, more proposals</translation>
    </message>
    <message>
        <source>修改内容、科室、备注；在其他栏回到正文中的那一处</source>
        <translation>Change value, office or note; in other columns go to the place in the text</translation>
    </message>
    <message>
        <source>修改这一格</source>
        <translation>Edits the cell</translation>
    </message>
    <message>
        <source>改完这一格，到右边一格</source>
        <translation>Ends editing and goes to the cell on the right</translation>
    </message>
    <message>
        <source>把正在输入的内容填入选中的各格</source>
        <translation>Puts what is being typed into all selected cells</translation>
    </message>
    <message>
        <source>用上面一格的内容填入选中的格</source>
        <translation>Fills the selected cells from the one above</translation>
    </message>
    <message>
        <source>复制选中的格，可粘贴到 Excel</source>
        <translation>Copy the selected cells, for Excel too</translation>
    </message>
    <message>
        <source>剪切选中的格</source>
        <translation>Cuts the selected cells</translation>
    </message>
    <message>
        <source>从 Excel 粘贴，先看将改动哪些</source>
        <translation>Paste from Excel; you see first what would change</translation>
    </message>
    <message>
        <source>清除选中的内容</source>
        <translation>Clear the selected values</translation>
    </message>
    <message>
        <source>在选中的待填项旁边填写</source>
        <translation>Fill in the field at the cursor, beside it</translation>
    </message>
    <message>
        <source>接受灰字提示；没有提示时到下一处未填</source>
        <translation>Accept the grey proposal; where there is none, next open field</translation>
    </message>
    <message>
        <source>到上一处未填</source>
        <translation>Previous open field</translation>
    </message>
    <message>
        <source>下一个词（Ctrl+Left 上一个词）</source>
        <translation>Next word (Ctrl+Left: the one before)</translation>
    </message>
    <message>
        <source>下一段（Ctrl+Up 上一段）</source>
        <translation>Next paragraph (Ctrl+Up: the one before)</translation>
    </message>
    <message>
        <source>删除前一个词（Ctrl+Del 后一个词）</source>
        <translation>Delete the word before the cursor (Ctrl+Del: behind it)</translation>
    </message>
    <message>
        <source>整节下移；提示为列表时选下一条（Alt+↑ 上一条，Alt+1 采用第一条）</source>
        <translation>Moves the section down; in a list of continuations chooses the next one (Alt+↑ the previous one, Alt+1 takes the first)</translation>
    </message>
    <message>
        <source>整节上移</source>
        <translation>Move the whole section up</translation>
    </message>
    <message>
        <source>收起提示、查找栏或预览</source>
        <translation>Close proposal, find bar or preview</translation>
    </message>
    <message>
        <source>下一处</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>上一处</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>整节下移</source>
        <translation>Move the whole section down</translation>
    </message>
    <message>
        <source>升一级</source>
        <translation>Promote</translation>
    </message>
    <message>
        <source>降一级</source>
        <translation>Demote</translation>
    </message>
    <message>
        <source>改标题</source>
        <translation>Rename</translation>
    </message>
    <message>
        <source>在后面插入标题</source>
        <translation>Insert a heading after</translation>
    </message>
    <message>
        <source>删除整节（可撤销）</source>
        <translation>Delete the whole section (can be undone)</translation>
    </message>
    <message>
        <source>上一条</source>
        <translation>Previous phrase</translation>
    </message>
    <message>
        <source>下一条</source>
        <translation>Next phrase</translation>
    </message>
    <message>
        <source>插入选中的短语</source>
        <translation>Insert the chosen phrase</translation>
    </message>
    <message>
        <source>还可以写</source>
        <translation>What else</translation>
    </message>
    <message>
        <source>插入标题和句子</source>
        <translation>Insert heading and sentence</translation>
    </message>
    <message>
        <source>只插入句子</source>
        <translation>Insert the sentence only</translation>
    </message>
    <message>
        <source>GB/T 9704-2012：每页22行、每行28字，页码单右双左</source>
        <translation>GB/T 9704-2012: 22 lines of 28 characters, page numbers outside</translation>
    </message>
    <message>
        <source>GB/T 33476 页边距：印在纸上首末行正好撑满版心</source>
        <translation>Margins of GB/T 33476: first and last line fill the print area</translation>
    </message>
    <message>
        <source>公文版面，页码居中，三级标题加粗</source>
        <translation>As official documents, page numbers centred, heading 3 bold</translation>
    </message>
    <message>
        <source>固定行距28磅，页码居中，三级标题和“一是”等首句加粗</source>
        <translation>Line pitch 28 pt, page numbers centred, heading 3 and lead sentences bold</translation>
    </message>
    <message>
        <source>初号</source>
        <translation>42 pt</translation>
    </message>
    <message>
        <source>小初</source>
        <translation>36 pt</translation>
    </message>
    <message>
        <source>一号</source>
        <translation>26 pt</translation>
    </message>
    <message>
        <source>小一</source>
        <translation>24 pt</translation>
    </message>
    <message>
        <source>二号</source>
        <translation>22 pt</translation>
    </message>
    <message>
        <source>小二</source>
        <translation>18 pt</translation>
    </message>
    <message>
        <source>三号</source>
        <translation>16 pt</translation>
    </message>
    <message>
        <source>小三</source>
        <translation>15 pt</translation>
    </message>
    <message>
        <source>四号</source>
        <translation>14 pt</translation>
    </message>
    <message>
        <source>小四</source>
        <translation>12 pt</translation>
    </message>
    <message>
        <source>五号</source>
        <translation>10.5 pt</translation>
    </message>
    <message>
        <source>标点</source>
        <translation>Punctuation</translation>
    </message>
    <message>
        <source>数学</source>
        <translation>Mathematics</translation>
    </message>
    <message>
        <source>箭头图形</source>
        <translation>Arrows and shapes</translation>
    </message>
    <message>
        <source>六角括号（发文字号年份）</source>
        <translation>angled bracket (year of a document number)</translation>
    </message>
    <message>
        <source>破折号的一半，连打两个</source>
        <translation>half a dash, type it twice</translation>
    </message>
    <message>
        <source>省略号的一半，连打两个</source>
        <translation>half an ellipsis, type it twice</translation>
    </message>
    <message>
        <source>间隔号</source>
        <translation>middle dot</translation>
    </message>
    <message>
        <source>浪纹线（数值范围）</source>
        <translation>wave dash (range of values)</translation>
    </message>
    <message>
        <source>全角短横</source>
        <translation>full-width hyphen</translation>
    </message>
    <message>
        <source>平方米</source>
        <translation>square metre</translation>
    </message>
    <message>
        <source>立方米</source>
        <translation>cubic metre</translation>
    </message>
    <message>
        <source>摄氏度</source>
        <translation>degree Celsius</translation>
    </message>
    <message>
        <source>千分号</source>
        <translation>per mille</translation>
    </message>
    <message>
        <source>乘号</source>
        <translation>multiplication sign</translation>
    </message>
    <message>
        <source>除号</source>
        <translation>division sign</translation>
    </message>
    <message>
        <source>比号</source>
        <translation>ratio sign</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>number sign</translation>
    </message>
    <message>
        <source>密级与保密期限之间</source>
        <translation>between secrecy level and term</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>程序遇到没有预料的情况（{code}），已打开的内容未受影响。请保存后重试。</source>
        <translation>Something unforeseen happened ({code}); what is open is not affected. Please save and try again.</translation>
    </message>
    <message>
        <source>找不到文件“{path}”。请核对位置和文件名后再打开。</source>
        <translation>The file “{path}” cannot be found. Please check its place and name and open it again.</translation>
    </message>
    <message>
        <source>“{path}”是文件夹，不是文件，没有读写。请选择其中的文件，或换一个名字。</source>
        <translation>“{path}” is a folder, not a file; nothing was read or written. Please choose a file in it, or another name.</translation>
    </message>
    <message>
        <source>“{path}”是设备或管道，不是普通文件，没有读写。请另选一个文件。</source>
        <translation>“{path}” is a device or a pipe, not an ordinary file; nothing was read or written. Please choose another file.</translation>
    </message>
    <message>
        <source>“{path}”有 {size}，超过 {limit} 的上限，没有打开。请拆分后再试。</source>
        <translation>“{path}” is {size}, more than the limit of {limit}; it was not opened. Please split it and try again.</translation>
    </message>
    <message>
        <source>“{path}”解压后超过 {limit}，没有打开。请删去文档中的大图片后另存再试。</source>
        <translation>“{path}” is more than {limit} when unpacked; it was not opened. Please remove large pictures, save it and try again.</translation>
    </message>
    <message>
        <source>“{path}”的文字超过 {most} 字的上限，没有打开。请拆分后再试。</source>
        <translation>“{path}” has more than {most} characters, the limit; it was not opened. Please split it and try again.</translation>
    </message>
    <message>
        <source>“{path}”有 {markers} 处占位符，超过 {most} 处的上限，没有打开。请拆分后再试。</source>
        <translation>“{path}” has {markers} markers, more than the limit of {most}; it was not opened. Please split it and try again.</translation>
    </message>
    <message>
        <source>“{path}”里没有文字，没有打开。请核对是不是这个文件。</source>
        <translation>“{path}” holds no text; it was not opened. Please check that it is the right file.</translation>
    </message>
    <message>
        <source>“{path}”不是文本文件，或者编码无法识别，没有打开。请用记事本另存为 UTF-8 后再试。</source>
        <translation>“{path}” is not a text file, or its encoding is unknown; it was not opened. Please save it as UTF-8 in an editor and try again.</translation>
    </message>
    <message>
        <source>“{path}”已损坏或不是 Word 文档，没有打开。请用 Word 或 WPS 打开后另存为 .docx 再试。</source>
        <translation>“{path}” is damaged or not a Word document; it was not opened. Please open it in Word or WPS, save it as .docx and try again.</translation>
    </message>
    <message>
        <source>“{path}”已损坏或不是 PDF 文件，没有打开。请向提供方重新索取，或复制其中的文字后粘贴。</source>
        <translation>“{path}” is damaged or not a PDF; it was not opened. Please ask for the file again, or copy its text and paste it.</translation>
    </message>
    <message>
        <source>“{path}”里没有可以读取的文字，可能是扫描件，没有打开。请用文字识别软件转为 Word，或向提供方索取电子稿。</source>
        <translation>“{path}” holds no text that can be read, perhaps a scan; it was not opened. Please turn it into Word with text recognition, or ask for the original file.</translation>
    </message>
    <message>
        <source>“{path}”设有打开密码，没有打开。请用 Word 或 WPS 去掉密码后再试。</source>
        <translation>“{path}” has a password; it was not opened. Please take the password off in Word or WPS and try again.</translation>
    </message>
    <message>
        <source>“{path}”不是 Word 或 WPS 文字文档，没有打开。请用制作它的程序另存为 .docx 或 .txt 后再打开。</source>
        <translation>“{path}” is not a Word or WPS text document; it was not opened. Please save it as .docx or .txt in the program that made it and open that.</translation>
    </message>
    <message>
        <source>“{path}”是微软 Works 的文档，不是 WPS 文字，没有打开。请用制作它的程序另存为 .docx 或 .txt 后再打开。</source>
        <translation>“{path}” is a document of Microsoft Works, not WPS; it was not opened. Please save it as .docx or .txt in the program that made it and open that.</translation>
    </message>
    <message>
        <source>“{path}”是 {suffix} 文件，不能作为报告读取，没有打开。请另存为 .docx 或 .txt 后再打开。</source>
        <translation>“{path}” is a {suffix} file and cannot be read as a report; it was not opened. Please save it as .docx or .txt and open that.</translation>
    </message>
    <message>
        <source>“{path}”是 Word 或 WPS 打开文档时留下的小文件，不是文档本身，没有打开。请打开同一文件夹里名字相近的文档。</source>
        <translation>“{path}” is a small file that Word or WPS leaves while a document is open, not the document itself; it was not opened. Please open the document of nearly the same name in that folder.</translation>
    </message>
    <message>
        <source>“{path}”是图片，没有打开。请用文字识别软件转为 Word 后再打开，或向提供方索取电子稿。</source>
        <translation>“{path}” is a picture; it was not opened. Please turn it into a Word document by text recognition and open that, or ask those who sent it for the text.</translation>
    </message>
    <message>
        <source>“{path}”里有不安全的内容（外部实体），不是 Word 正常保存的文档，没有打开。请向提供方核实后再试。</source>
        <translation>“{path}” holds unsafe content (external entities) that Word does not write; it was not opened. Please ask those who sent it before you try again.</translation>
    </message>
    <message>
        <source>“{path}”的内容层层嵌套超过 {most} 层，不像正常的文档，没有打开。请把文字复制到新文档后再试。</source>
        <translation>“{path}” is nested more than {most} deep, unlike any proper document; it was not opened. Please copy its text into a new document and try again.</translation>
    </message>
    <message>
        <source>“{path}”的内容过于零碎（超过 {most} 项），没有打开。请把文字复制到新文档后再试。</source>
        <translation>“{path}” has too many small parts (more than {most}); it was not opened. Please copy its text into a new document and try again.</translation>
    </message>
    <message>
        <source>没有权限读写“{path}”，原文件未改动。请换一个位置，或请管理员开放权限。</source>
        <translation>You may not read or write “{path}”; the file has not changed. Please choose another place, or ask your administrator.</translation>
    </message>
    <message>
        <source>“{path}”所在位置是只读的，没有写入。请另存到其他位置。</source>
        <translation>“{path}” lies in a read-only place; nothing was written. Please save somewhere else.</translation>
    </message>
    <message>
        <source>“{path}”正被其他程序占用，没有写入。请关闭 Word、WPS 中的该文件后重试，或另存为其他名字。</source>
        <translation>“{path}” is in use by another program; nothing was written. Please close it in Word or WPS and try again, or save under another name.</translation>
    </message>
    <message>
        <source>磁盘空间不足，“{path}”没有写入，原文件未改动。请清理磁盘或另存到其他位置。</source>
        <translation>The disk is full: “{path}” was not written and the file has not changed. Please make room or save somewhere else.</translation>
    </message>
    <message>
        <source>“{path}”所在的文件夹不存在，没有写入。请另选位置。</source>
        <translation>The folder of “{path}” does not exist; nothing was written. Please choose another place.</translation>
    </message>
    <message>
        <source>“{path}”的名字或路径太长，没有写入。请换一个短一些的名字或位置。</source>
        <translation>The name or path of “{path}” is too long; nothing was written. Please choose a shorter name or another place.</translation>
    </message>
    <message>
        <source>系统不允许用“{path}”作文件名（含有 \ / : * ? 等字符，或是 CON、NUL 这类保留名），没有写入。请换一个名字。</source>
        <translation>“{path}” cannot be a file name (it has characters such as \ / : * ?, or is a reserved name such as CON or NUL); nothing was written. Please choose another name.</translation>
    </message>
    <message>
        <source>“{path}”所在的磁盘或网络位置现在不能用（可能已拔出或断网），没有读写。请重新连接后再试，或另选位置。</source>
        <translation>The disk or network place of “{path}” cannot be reached now (perhaps unplugged or offline); nothing was read or written. Please connect it and try again, or choose another place.</translation>
    </message>
    <message>
        <source>“{path}”没有写成（{reason}），原文件未改动。请另存到其他位置。</source>
        <translation>“{path}” could not be written ({reason}); the file has not changed. Please save somewhere else.</translation>
    </message>
    <message>
        <source>“{path}”读取失败（{reason}）。请确认磁盘或网络位置可用后再试。</source>
        <translation>“{path}” could not be read ({reason}). Please make sure that its disk or network place works and try again.</translation>
    </message>
    <message>
        <source>文件夹“{path}”不能使用。请确认它可以写入，或换一个位置。</source>
        <translation>The folder “{path}” cannot be used. Please make sure that it can be written to, or choose another place.</translation>
    </message>
    <message>
        <source>“{path}”已损坏，没有打开（{place}写法不对）。请打开备份，或用原文件重新开始。</source>
        <translation>“{path}” is damaged and was not opened ({place} is wrong). Please open a backup, or begin again from the original file.</translation>
    </message>
    <message>
        <source>“{path}”里面是 {suffix} 文件，不是报告助手保存的，没有打开。请把扩展名改为 {suffix} 后再打开。</source>
        <translation>“{path}” holds a {suffix} file, not one that this program saved; it was not opened. Please change its extension to {suffix} and open it again.</translation>
    </message>
    <message>
        <source>“{path}”由更新的版本保存，本版本不能打开，文件未改动。请升级后再打开。</source>
        <translation>“{path}” was saved by a newer version and cannot be opened by this one; the file has not changed. Please update and open it again.</translation>
    </message>
    <message>
        <source>保存前核对没有通过，“{path}”没有写入，原文件未改动。请另存为其他名字，并反馈此情况。</source>
        <translation>The check before saving failed: “{path}” was not written and the file has not changed. Please save under another name and tell us.</translation>
    </message>
    <message>
        <source>报告有 {size}，超过 {limit} 的上限，“{path}”没有写入，原文件未改动。请删去大图片，或分成几份后再保存。</source>
        <translation>The report has {size}, more than the limit of {limit}; “{path}” was not written, and the former file is unchanged. Please remove large pictures, or save it in several parts.</translation>
    </message>
    <message>
        <source>报告的内容过于零碎（超过 {most} 项），“{path}”没有写入，原文件未改动。请分成几份后再保存。</source>
        <translation>The report is in too many pieces (more than {most}); “{path}” was not written, and the former file is unchanged. Please save it in several parts.</translation>
    </message>
    <message>
        <source>报告中有无法保存的字符（{place}，第 {position} 字），没有写入。请删去该字符后再保存。</source>
        <translation>The report has a character that cannot be saved ({place}, character {position}); nothing was written. Please delete it and save again.</translation>
    </message>
    <message>
        <source>“{path}”打开之后被别人改动过，没有写入，您的内容仍在窗口里。请另存为其他名字，或确认后覆盖（覆盖前会留存对方的内容）。</source>
        <translation>“{path}” was changed by somebody else since you opened it; nothing was written and your content is still in the window. Please save under another name, or overwrite it (the other content is kept first).</translation>
    </message>
    <message>
        <source>没有名为“{name}”的版式，没有采用。可以使用的有：{names}。</source>
        <translation>There is no layout named “{name}”; nothing was used. There are: {names}.</translation>
    </message>
    <message>
        <source>版式“{name}”第 {line} 行写法不对（{key}），没有采用。请对照自带版式改正后再试。</source>
        <translation>Line {line} of the layout “{name}” is wrong ({key}); it is not used. Please correct it, with a built-in layout as model, and try again.</translation>
    </message>
    <message>
        <source>已经有名为“{name}”的版式，没有保存。请换一个名字。</source>
        <translation>A layout named “{name}” exists already; nothing was saved. Please choose another name.</translation>
    </message>
    <message>
        <source>查找式第 {position} 个字符附近不完整（如括号没有成对），没有查找。请改正后再找。</source>
        <translation>The expression is not complete near character {position} (perhaps an unpaired bracket); nothing was searched. Please correct it and search again.</translation>
    </message>
    <message>
        <source>替换内容“{words}”引用了查找式里没有的括号，没有替换。请改正后再换。</source>
        <translation>The replacement “{words}” refers to brackets that the expression does not have; nothing was replaced. Please correct it and replace again.</translation>
    </message>
    <message>
        <source>要修改的位置已不在报告中，没有改动。请重新选择后再试。</source>
        <translation>The place to change is no longer in the report; nothing has changed. Please select it again.</translation>
    </message>
    <message>
        <source>填写的内容不能换行，没有采用。请写成一行。</source>
        <translation>A value cannot have line breaks; it was not used. Please write it in one line.</translation>
    </message>
    <message>
        <source>找不到这一节，没有改动。请在大纲中重新选择。</source>
        <translation>This section cannot be found; nothing has changed. Please choose it again in the outline.</translation>
    </message>
    <message>
        <source>不能把一节移到它自己的下面，没有改动。请另选位置。</source>
        <translation>A section cannot be moved below itself; nothing has changed. Please choose another place.</translation>
    </message>
    <message>
        <source>标题最多四级，不能再降级，没有改动。如有必要，请先将上级标题升级。</source>
        <translation>Headings have four levels at most and this one cannot go lower; nothing has changed. Promote the heading above it first, if need be.</translation>
    </message>
    <message>
        <source>单元格里放不下表格，已按文字粘贴。要插入表格，请把光标放到表格外面再粘贴。</source>
        <translation>A cell cannot hold a table; it was pasted as text. To insert a table, put the caret outside the table and paste again.</translation>
    </message>
    <message>
        <source>复制的内容有 {columns} 列，从这个单元格往右只有 {room} 列，没有粘贴，表格没有改动。请把光标移到左边的单元格，或放到表格外面，粘贴成新表格。</source>
        <translation>What was copied has {columns} columns, and from this cell on there are only {room}. Nothing was pasted; the table is unchanged. Put the caret into a cell further left, or outside the table to paste a new one.</translation>
    </message>
    <message>
        <source>要填入的范围里有合并单元格，与复制的行列对不上，没有粘贴，表格没有改动。请避开合并单元格，分几次粘贴。</source>
        <translation>There are merged cells where the copied ones would go, and they do not match. Nothing was pasted; the table is unchanged. Paste in parts, beside the merged cells.</translation>
    </message>
    <message>
        <source>粘贴会盖掉单元格里的待填项（{labels}），内容又不像是它的填写内容，没有粘贴，表格没有改动。请避开这些单元格，或先在“填空”中填写。</source>
        <translation>Pasting would overwrite fields in the cells ({labels}) with what does not look like their values. Nothing was pasted; the table is unchanged. Leave those cells out, or fill the fields in the fill panel first.</translation>
    </message>
    <message>
        <source>复制的内容太多或层层嵌套，其中的表格读不出来，已按文字粘贴。要带表格，请分几次复制。</source>
        <translation>What was copied is too large or too deeply nested for its tables to be read; it was pasted as text. To keep the tables, copy it in parts.</translation>
    </message>
    <message>
        <source>复制的内容太多或层层嵌套，读不出文字，没有粘贴。请分几次复制，或存成文件后打开。</source>
        <translation>What was copied is too large or too deeply nested to be read; nothing was pasted. Copy it in parts, or save it as a file and open that.</translation>
    </message>
    <message>
        <source>表格中的文字不能设为标题，没有改动。请把光标放在表格外的段落里。</source>
        <translation>Text in a table cannot be a heading; nothing has changed. Put the caret in a paragraph outside the table.</translation>
    </message>
    <message>
        <source>已经是一级标题，不能再升级，没有改动。</source>
        <translation>This heading is at level 1 and cannot go higher; nothing has changed.</translation>
    </message>
    <message>
        <source>标题只有一至四级，没有第 {level} 级，没有改动。请改用一至四级。</source>
        <translation>Headings have levels 1 to 4, and none {level}; nothing has changed. Please use 1 to 4.</translation>
    </message>
    <message>
        <source>还有 {count} 项未填或待核，不能导出定稿，没有写入文件。请填完后再导出，或先导出草稿。</source>
        <translation>Fields open or to be confirmed: {count}. No final can be exported and no file was written. Please fill them in first, or export a draft.</translation>
    </message>
    <message>
        <source>本机缺少绘制 PDF 所需的系统组件，没有写入。请改为导出 .docx，或安装图形界面的基础组件后再试。</source>
        <translation>This computer lacks system parts that a PDF needs; nothing was written. Please export .docx instead, or install the basic parts of a graphical desktop and try again.</translation>
    </message>
    <message>
        <source>不能导出为“{path}”，没有写入。请用 .docx、.pdf 或 .txt 作为扩展名。</source>
        <translation>“{path}” is not a format for export; nothing was written. Please end the name with .docx, .pdf or .txt.</translation>
    </message>
    <message>
        <source>这台电脑上没有可以使用的 Word 或 WPS，文件未改动。请在装有 Word 或 WPS 的电脑上另存为 .docx 再试。</source>
        <translation>There is no usable Word or WPS on this computer; the file has not changed. Please save it as .docx on a computer that has one and try again.</translation>
    </message>
    <message>
        <source>Word 或 WPS 也不能打开这个文件，文件未改动。请向提供方重新索取。</source>
        <translation>Word or WPS cannot open this file either; the file has not changed. Please ask for it again.</translation>
    </message>
    <message>
        <source>Word 或 WPS 在 {seconds} 秒内没有打开这个文件，已停止，文件未改动。请自行打开后另存为 .docx 再试。</source>
        <translation>Word or WPS did not open this file within {seconds} seconds and was stopped; the file has not changed. Please open it yourself, save it as .docx and try again.</translation>
    </message>
    <message>
        <source>已停止用 Word 或 WPS 打开这个文件，文件未改动。请自行打开后另存为 .docx 再试。</source>
        <translation>Opening this file with Word or WPS was stopped; the file has not changed. Please open it yourself, save it as .docx and try again.</translation>
    </message>
    <message>
        <source>“{path}”不能用作短语库：它不是短语库文件，或已损坏，或所在位置不能写入。文件未改动，请换一个。</source>
        <translation>“{path}” cannot be used as a phrase library: it is none, it is damaged, or its place cannot be written to. The file has not changed; please choose another one.</translation>
    </message>
    <message>
        <source>短语库“{path}”已损坏，读不出来。文件未改动；点“重建短语库”，能读出的材料、短语和星标都会找回。</source>
        <translation>The phrase library “{path}” is damaged and cannot be read. The file has not changed; “Rebuild phrase library” brings back the material, phrases and stars that can still be read.</translation>
    </message>
    <message>
        <source>短语库“{path}”由更新的版本建立，这个版本读不了。文件未改动，请更新报告助手。</source>
        <translation>The phrase library “{path}” was made by a newer version, which this one cannot read. The file has not changed; please update the program.</translation>
    </message>
    <message>
        <source>短语库“{path}”正被另一个窗口使用，这一次没有写入。请稍后再试，或关闭其他报告助手窗口。</source>
        <translation>The phrase library “{path}” is in use by another window; nothing was written this time. Try again later, or close the other windows.</translation>
    </message>
    <message>
        <source>短语库“{path}”正被另一个窗口使用，其中导入的材料没有清除。请关闭其他报告助手窗口后再试。</source>
        <translation>The phrase library “{path}” is in use by another window; imported reports were not cleared. Please close other windows of Report Assistant and try again.</translation>
    </message>
    <message>
        <source>“{path}”不是可用的短语包（第 {number} 条不合格式），没有收录，短语库没有改动。请让同事重新导出。</source>
        <translation>“{path}” is not a usable phrase pack (phrase {number} is malformed); the library has not changed. Please ask your colleague to export it again.</translation>
    </message>
    <message>
        <source>“{path}”由更新版本的程序导出，没有收录。请先升级，再导入。</source>
        <translation>“{path}” was exported by a newer version; nothing was imported. Please update, then import.</translation>
    </message>
    <message>
        <source>“{path}”有 {count} 条短语，超过 {most} 条的上限，没有收录。请让同事分几个短语包导出。</source>
        <translation>“{path}” has {count} phrases, more than the limit of {most}; nothing was imported. Please ask your colleague to export several packs.</translation>
    </message>
    <message>
        <source>找不到短语库“{path}”。请核对位置，或先用 mine 命令建立。</source>
        <translation>The phrase library “{path}” cannot be found. Please check its place, or make one with the command mine.</translation>
    </message>
    <message>
        <source>第 {line} 行不是合乎格式的 JSON 请求，已停止。请核对后重试。</source>
        <translation>Line {line} is not a proper JSON request; stopped. Please check it and try again.</translation>
    </message>
    <message>
        <source>“{path}”是您打开的原文件，不能覆盖，没有写入。请换一个名字。</source>
        <translation>“{path}” is the original file that you opened and cannot be overwritten; nothing was written. Please choose another name.</translation>
    </message>
    <message>
        <source>答案文件“{path}”第 {line} 行写法不对，没有采用。请核对 JSON 格式。</source>
        <translation>Line {line} of the answer file “{path}” is wrong; nothing was used. Please check that it is proper JSON.</translation>
    </message>
    <message>
        <source>答案文件“{path}”中 {field} 的值应为文字或数字，没有采用。请改正后再试。</source>
        <translation>The value of {field} in the answer file “{path}” should be text or a number; nothing was used. Please correct it and try again.</translation>
    </message>
    <message>
        <source>不能从“{path}”这种格式读取答案，没有采用。请使用采集表（.xlsx）、收回的草稿（.docx）或 .json 文件。</source>
        <translation>Answers cannot be read from a file such as “{path}”; nothing was used. Please use a collection sheet (.xlsx), a draft that came back (.docx) or a .json file.</translation>
    </message>
    <message>
        <source>“{path}”里没有这份报告的待填处，没有采用。请核对是不是由这份报告导出的草稿。</source>
        <translation>“{path}” has no fields of this report; nothing was used. Please check that it is a draft exported from this report.</translation>
    </message>
    <message>
        <source>“{path}”已损坏或不是 .xlsx 表格，没有采用。请用 Excel 或 WPS 打开后另存为 .xlsx 再试。</source>
        <translation>“{path}” is damaged or not an .xlsx table; nothing was used. Please open it in Excel or WPS, save it as .xlsx and try again.</translation>
    </message>
    <message>
        <source>“{path}”设有打开密码，没有采用。请去掉密码后再试。</source>
        <translation>“{path}” has a password; nothing was used. Please take the password off and try again.</translation>
    </message>
    <message>
        <source>“{path}”是旧版 .xls 或 .et 格式，没有采用。请另存为 .xlsx 后再试。</source>
        <translation>“{path}” has the old format .xls or .et; nothing was used. Please save it as .xlsx and try again.</translation>
    </message>
    <message>
        <source>“{path}”解压后超过 {limit}，没有采用。请删去图片和多余的行列后另存再试。</source>
        <translation>“{path}” is more than {limit} when unpacked; nothing was used. Please remove pictures and needless rows and columns, save it and try again.</translation>
    </message>
    <message>
        <source>“{path}”的内容过于零碎（超过 {most} 项），没有采用。请删去多余的行列后另存再试。</source>
        <translation>“{path}” has too many small parts (more than {most}); nothing was used. Please delete needless rows and columns, save it and try again.</translation>
    </message>
    <message>
        <source>“{path}”里没有找到采集表的“名称”和“值”两栏，没有采用。请核对是不是采集表，不要改动栏目名称。</source>
        <translation>“{path}” lacks the columns “名称” and “值” of a collection sheet; nothing was used. Please check that it is one, and leave the heads of its columns as they are.</translation>
    </message>
    <message>
        <source>“{path}”里没有可用的检查设置，没有导入。请让同事重新导出。</source>
        <translation>“{path}” holds no check settings; nothing was imported. Ask your colleague to export them again.</translation>
    </message>
    <message>
        <source>存放临时文件的磁盘已满或不能写入，采集表“{path}”没有写入，原文件未改动。请清理磁盘后重试。</source>
        <translation>The disk for temporary files is full or cannot be written to; the collection sheet “{path}” was not written, and the former file is unchanged. Please free some space and try again.</translation>
    </message>
    <message>
        <source>采集表应存为 .xlsx 文件，“{path}”没有写入。请改一下扩展名。</source>
        <translation>A collection sheet is an .xlsx file; “{path}” was not written. Please change the ending.</translation>
    </message>
    <message>
        <source>批注只能随草稿导出，“{path}”没有写入。请改为导出草稿，或去掉批注。</source>
        <translation>Comments go with drafts only; “{path}” was not written. Please export a draft, or leave the comments out.</translation>
    </message>
    <message>
        <source>批注应写入 .docx 文件，“{path}”没有写入。请改一下扩展名。</source>
        <translation>Comments go into a .docx file; “{path}” was not written. Please change the ending.</translation>
    </message>
    <message>
        <source>自检没有通过（{step}）。请重新安装程序。</source>
        <translation>The self-test failed ({step}). Please install the program again.</translation>
    </message>
    <message>
        <source>这一次的自动保存没有成功，报告的内容还在窗口中。请按 Ctrl+S 保存。</source>
        <translation>This automatic save failed; the report is still in the window. Please press Ctrl+S to save it.</translation>
    </message>
    <message>
        <source>恢复副本或历史版本“{path}”已损坏，没有采用，其他的不受影响。请另选一个。</source>
        <translation>The recovery copy or version “{path}” is damaged and was not used; the others are not affected. Please choose another.</translation>
    </message>
</context>
<context>
    <name>findings</name>
    <message>
        <source>“{label}”还没有填写。</source>
        <translation>“{label}” is not filled in yet.</translation>
    </message>
    <message>
        <source>“{label}”沿用了以前的内容，还没有核实。</source>
        <translation>“{label}” was taken over from an earlier report and is not confirmed yet.</translation>
    </message>
    <message>
        <source>“{label}”按您的决定保留占位符。</source>
        <translation>“{label}” keeps its marker, as you decided.</translation>
    </message>
    <message>
        <source>{what}，可能漏填了内容。</source>
        <translation>{what}: something may have been left out.</translation>
    </message>
    <message>
        <source>这一段前面缺序号，应为“{expected}”。</source>
        <translation>This paragraph lacks its number, which should be “{expected}”.</translation>
    </message>
    <message>
        <source>序号“{printed}”写法不规范，应为“{expected}”。</source>
        <translation>The number “{printed}” should be written “{expected}”.</translation>
    </message>
    <message>
        <source>序号“{printed}”不连续，按顺序应为“{expected}”。</source>
        <translation>The number “{printed}” breaks the order; “{expected}” is next.</translation>
    </message>
    <message>
        <source>句子在这里被断成两段，应连成一段。</source>
        <translation>The sentence is broken into two paragraphs here; they belong together.</translation>
    </message>
    <message>
        <source>“{printed}”与文中相关数字对不上：{formula}，{calculation}。</source>
        <translation>“{printed}” contradicts other figures in the text: {formula}, {calculation}.</translation>
    </message>
    <message>
        <source>“{printed}”与前面的序号接不上，按顺序应为“{right}”。</source>
        <translation>“{printed}” does not follow the points before it; “{right}” is next.</translation>
    </message>
    <message>
        <source>前面说有 {printed} 项，实际有 {there} 项，请核对。</source>
        <translation>The text announces {printed} points, there are {there}; please check.</translation>
    </message>
    <message>
        <source>这一部分只有“{printed}”一个小标题，没有并列的下一个。</source>
        <translation>“{printed}” is the only heading in this part, with none beside it.</translation>
    </message>
    <message>
        <source>这个小标题下面没有内容。</source>
        <translation>Nothing stands below this heading.</translation>
    </message>
    <message>
        <source>单独成行的标题末尾不加“{printed}”（GB/T 15834—2011 附录B.4）。</source>
        <translation>A heading on a line of its own does not end with “{printed}” (GB/T 15834—2011 Appendix B.4).</translation>
    </message>
    <message>
        <source>{why}（GB/T 9704—2012 7.3.7）。</source>
        <translation>{why} (GB/T 9704—2012 7.3.7).</translation>
    </message>
    <message>
        <source>附件名称后不加标点“{printed}”（GB/T 9704—2012 7.3.4）。</source>
        <translation>No “{printed}” after the name of an attachment (GB/T 9704—2012 7.3.4).</translation>
    </message>
    <message>
        <source>没有找到标题。</source>
        <translation>No title found.</translation>
    </message>
    <message>
        <source>讲话稿没有称呼。</source>
        <translation>This speech has no salutation.</translation>
    </message>
    <message>
        <source>文末没有找到成文日期。</source>
        <translation>No date found at the end of the text.</translation>
    </message>
    <message>
        <source>“{printed}”这个日期不存在。</source>
        <translation>There is no such date as “{printed}”.</translation>
    </message>
    <message>
        <source>这句话里有 {count} 个数字，只核对了每个数字与它前面 {most} 个数字的关系。</source>
        <translation>This sentence has {count} figures; each was compared only with the {most} before it.</translation>
    </message>
    <message>
        <source>“{name}”前面用“{unit}”，这里用“{other}”，宜统一单位并核对数值。</source>
        <translation>“{name}” is given in “{unit}” before and in “{other}” here; better use one unit and check the values.</translation>
    </message>
    <message>
        <source>“{printed}”应为星期{right}。</source>
        <translation>“{printed}” is 星期{right}.</translation>
    </message>
    <message>
        <source>“{printed}”起止颠倒，请核对。</source>
        <translation>“{printed}”: the end comes before the beginning; please check.</translation>
    </message>
    <message>
        <source>“{printed}”与报告（或这一部分）的年份对不上，似应为“{right}”。</source>
        <translation>“{printed}” does not fit the year of the report (or of this part); “{right}” is probably meant.</translation>
    </message>
    <message>
        <source>标题写的是“{period}”，这里是“{printed}”的数字，请核对。</source>
        <translation>The title says “{period}”, this is a figure of “{printed}”; please check.</translation>
    </message>
    <message>
        <source>“{printed}”：{why}（GB/T 15835—2011 5.1.3）。</source>
        <translation>“{printed}”: {why} (GB/T 15835—2011 5.1.3).</translation>
    </message>
    <message>
        <source>“{printed}”：{why}（GB/T 15835—2011）。</source>
        <translation>“{printed}”: {why} (GB/T 15835—2011).</translation>
    </message>
    <message>
        <source>“{printed}”：{why}。</source>
        <translation>“{printed}”: {why}.</translation>
    </message>
    <message>
        <source>中文间用全角标点，“{printed}”应为“{right}”（GB/T 15834—2011）。</source>
        <translation>Full-width punctuation in Chinese text: “{printed}” should be “{right}” (GB/T 15834—2011).</translation>
    </message>
    <message>
        <source>直引号应为“{right}”（GB/T 15834—2011 4.8.2）。</source>
        <translation>Straight quotes should be “{right}” (GB/T 15834—2011 4.8.2).</translation>
    </message>
    <message>
        <source>“{printed}”没有成对。</source>
        <translation>“{printed}” has no partner.</translation>
    </message>
    <message>
        <source>引号“{printed}”没有成对或方向不对。</source>
        <translation>The quote “{printed}” has no partner or points the wrong way.</translation>
    </message>
    <message>
        <source>引号里再用引号，里层用单引号：{right}（GB/T 15834—2011 4.8.3.4）。</source>
        <translation>Quotes within quotes are single: {right} (GB/T 15834—2011 4.8.3.4).</translation>
    </message>
    <message>
        <source>“{printed}”应加引号。</source>
        <translation>“{printed}” should stand in quotes.</translation>
    </message>
    <message>
        <source>标点“{printed}”重复或连用。</source>
        <translation>“{printed}”: punctuation doubled or in a row.</translation>
    </message>
    <message>
        <source>多余的空格。</source>
        <translation>This space should not be there.</translation>
    </message>
    <message>
        <source>“{printed}”应为半角“{right}”（GB/T 15835—2011 5.1.7.1）。</source>
        <translation>“{printed}” should be half-width “{right}” (GB/T 15835—2011 5.1.7.1).</translation>
    </message>
    <message>
        <source>“{printed}”应为“{right}”（GB/T 15834—2011）。</source>
        <translation>“{printed}” should be “{right}” (GB/T 15834—2011).</translation>
    </message>
    <message>
        <source>发文字号应为“{right}”（GB/T 9704—2012 7.2.5）。</source>
        <translation>The document number should be “{right}” (GB/T 9704—2012 7.2.5).</translation>
    </message>
    <message>
        <source>并列成分之间前后标点不一致，此处宜用“{right}”。</source>
        <translation>The punctuation between parallel parts differs; “{right}” is better here.</translation>
    </message>
    <message>
        <source>并列的引号、书名号之间通常不用顿号（GB/T 15834—2011 4.5.3.5）。</source>
        <translation>Usually no punctuation stands between quoted words or titles in a row (GB/T 15834—2011 4.5.3.5).</translation>
    </message>
    <message>
        <source>一句话里通常只用一个冒号（GB/T 15834—2011 4.7.3.5）。</source>
        <translation>A sentence usually has one colon only (GB/T 15834—2011 4.7.3.5).</translation>
    </message>
    <message>
        <source>段末“{printed}”处缺句号。</source>
        <translation>No full stop after “{printed}” at the end of the paragraph.</translation>
    </message>
    <message>
        <source>“{printed}”：{why}（GB/T 15834—2011）。</source>
        <translation>“{printed}”: {why} (GB/T 15834—2011).</translation>
    </message>
    <message>
        <source>“{printed}”应为“{right}”。</source>
        <translation>“{printed}” should be “{right}”.</translation>
    </message>
    <message>
        <source>“{printed}”似应为“{right}”。</source>
        <translation>“{printed}” should probably be “{right}”.</translation>
    </message>
    <message>
        <source>“{printed}”可能是输入法选错的词，似应为“{right}”。</source>
        <translation>“{printed}” may be a wrong choice of the input method; “{right}” is probably meant.</translation>
    </message>
    <message>
        <source>量词“{printed}”：{why}。</source>
        <translation>Measure word “{printed}”: {why}.</translation>
    </message>
    <message>
        <source>“{printed}”重复。</source>
        <translation>“{printed}” is doubled.</translation>
    </message>
    <message>
        <source>“{printed}”：{why}，请核对。</source>
        <translation>“{printed}”: {why}; please check.</translation>
    </message>
    <message>
        <source>这句话有 {length} 字，宜断开。</source>
        <translation>This sentence has {length} characters; better split it.</translation>
    </message>
    <message>
        <source>“{printed}”应为“{right}”（单位词表）。</source>
        <translation>“{printed}” should be “{right}” (own word list).</translation>
    </message>
    <message>
        <source>这句话与前文完全相同。</source>
        <translation>This sentence repeats an earlier one word for word.</translation>
    </message>
    <message>
        <source>“{printed}”可能是范文原单位的名称，请核对。</source>
        <translation>“{printed}” may be a name from the sample's own organisation; please check.</translation>
    </message>
    <message>
        <source>报告中不得夹带请示事项：“{printed}”（党政机关公文处理工作条例第十五条）。</source>
        <translation>A report must not contain requests: “{printed}” (Regulations on official documents, Article 15).</translation>
    </message>
    <message>
        <source>全文讲“{own}”，这里的“{printed}”像是范文原单位留下的。</source>
        <translation>The whole text is about “{own}”; “{printed}” looks left over from the sample's organisation.</translation>
    </message>
    <message>
        <source>网页残留标记“{text}”，应删去。</source>
        <translation>Left over from a web page: “{text}”; delete it.</translation>
    </message>
    <message>
        <source>网页残留内容“{text}”，应删去。</source>
        <translation>Left over from a web page: “{text}”; delete it.</translation>
    </message>
    <message>
        <source>残留的页码“{text}”，应删去。</source>
        <translation>Leftover page number “{text}”; delete it.</translation>
    </message>
</context>
<context>
    <name>reasons</name>
    <message>
        <source>附件序号“{printed}”应为“{place}”</source>
        <translation>the attachment number “{printed}” should be “{place}”</translation>
    </message>
    <message>
        <source>附件说明里没有附件{number}</source>
        <translation>the list has no attachment {number}</translation>
    </message>
    <message>
        <source>附件说明列有附件{number}，后面没有这个附件</source>
        <translation>the list names attachment {number}, which does not follow</translation>
    </message>
    <message>
        <source>附件标题与附件说明里的“{name}”不一致</source>
        <translation>the title differs from “{name}” in the list</translation>
    </message>
    <message>
        <source>固定次序为“{order}”</source>
        <translation>the set order is “{order}”</translation>
    </message>
    <message>
        <source>应为“{right}”</source>
        <translation>should be “{right}”</translation>
    </message>
    <message>
        <source>数字后面有两个量词</source>
        <translation>two measure words after the figure</translation>
    </message>
    <message>
        <source>似为“{phrase}”，缺一个字</source>
        <translation>probably “{phrase}”, with a character left out</translation>
    </message>
    <message>
        <source>百分号前缺数字</source>
        <translation>no figure before the percent sign</translation>
    </message>
    <message>
        <source>小数点前后缺数字</source>
        <translation>no figure before or after the decimal point</translation>
    </message>
    <message>
        <source>金额前缺数字</source>
        <translation>no figure before the amount</translation>
    </message>
    <message>
        <source>数量前缺数字</source>
        <translation>no figure before the quantity</translation>
    </message>
    <message>
        <source>日期缺数字</source>
        <translation>no figures in the date</translation>
    </message>
    <message>
        <source>括号里缺内容</source>
        <translation>nothing in the brackets</translation>
    </message>
    <message>
        <source>“截止”不带时间宾语，到某时为止用“截至”</source>
        <translation>“截止” takes no object of time; “until then” is “截至”</translation>
    </message>
    <message>
        <source>“截至”要带时间，表示停止用“截止”</source>
        <translation>“截至” needs a time; for a stop use “截止”</translation>
    </message>
    <message>
        <source>统一用“其他”</source>
        <translation>“其他” is the one form used</translation>
    </message>
    <message>
        <source>把情况告诉上级或外界用“反映”</source>
        <translation>telling superiors or the public is “反映”</translation>
    </message>
    <message>
        <source>事物发展的状态和形势用“态势”</source>
        <translation>How things develop is “态势”</translation>
    </message>
    <message>
        <source>对事物作出的回应用“反应”</source>
        <translation>a response to something is “反应”</translation>
    </message>
    <message>
        <source>“必需”是形容词，后面带动词用“必须”</source>
        <translation>“必需” is an adjective; before a verb use “必须”</translation>
    </message>
    <message>
        <source>“必须”是副词，修饰名词用“必需”</source>
        <translation>“必须” is an adverb; before a noun use “必需”</translation>
    </message>
    <message>
        <source>机关和领导行使的是“权力”</source>
        <translation>bodies and leaders exercise “权力”</translation>
    </message>
    <message>
        <source>党员、公民享有的是“权利”</source>
        <translation>members and citizens have “权利”</translation>
    </message>
    <message>
        <source>造成不良结果用“以致”</source>
        <translation>for a bad outcome use “以致”</translation>
    </message>
    <message>
        <source>“导致”的同义重复</source>
        <translation>says “导致” twice</translation>
    </message>
    <message>
        <source>书画、标语的量词用“幅”</source>
        <translation>the measure word of paintings and banners is “幅”</translation>
    </message>
    <message>
        <source>书画作品的量词用“幅”</source>
        <translation>the measure word of paintings and calligraphy is “幅”</translation>
    </message>
    <message>
        <source>成套的东西用“副”</source>
        <translation>the measure word of sets is “副”</translation>
    </message>
    <message>
        <source>文件、材料、合同的量词用“份”</source>
        <translation>the measure word of documents, materials, contracts is “份”</translation>
    </message>
    <message>
        <source>树木的量词用“棵”</source>
        <translation>Trees are counted with “棵”</translation>
    </message>
    <message>
        <source>作动词用“制定”的结果为“制度、方案、规划”</source>
        <translation>what is made by “制定” is a system, plan or scheme (制度、方案、规划)</translation>
    </message>
    <message>
        <source>签合同、协议用“签订”</source>
        <translation>contracts and agreements are “签订”</translation>
    </message>
    <message>
        <source>把规定、条约修改用“修订”</source>
        <translation>changing rules and treaties is “修订”</translation>
    </message>
    <message>
        <source>提出任务和方案用“拟订”，审查决定用“审定”；“预定、预订”中预先订购用“订”</source>
        <translation>“拟订” for proposing plans, “审定” for deciding; ordering beforehand is written with “订”</translation>
    </message>
    <message>
        <source>“交待”统一用“交代”</source>
        <translation>“交代” is the one form used for “交待”</translation>
    </message>
    <message>
        <source>“启事”是公开声明的事，“启示”是领悟的道理</source>
        <translation>“启事” is a public notice, “启示” an insight</translation>
    </message>
    <message>
        <source>“泄露”指秘密，“泄漏”指气体、液体</source>
        <translation>“泄露” is said of secrets, “泄漏” of gas and liquids</translation>
    </message>
    <message>
        <source>带领导着往前走用“率领”；从事某项职业用“做”，表示抽象行为用“作”</source>
        <translation>leading people on is “率领”; “做” for an occupation, “作” for abstract acts</translation>
    </message>
    <message>
        <source>“作出贡献、作出部署、作出决定”一般用“作出”</source>
        <translation>usually “作出” in “作出贡献、作出部署、作出决定”</translation>
    </message>
    <message>
        <source>“作”误作“做”</source>
        <translation>“作” written as “做”</translation>
    </message>
    <message>
        <source>“做好、做强、做大、做实、做到”用“做”</source>
        <translation>“做” in “做好、做强、做大、做实、做到”</translation>
    </message>
    <message>
        <source>“副”与“付”</source>
        <translation>“副” and “付”</translation>
    </message>
    <message>
        <source>“坚守、依据”误作同音词</source>
        <translation>“坚守、依据” written with a word of the same sound</translation>
    </message>
    <message>
        <source>表示“因为、凭借、用”的介词用“以”</source>
        <translation>the preposition for “because of, by, with” is “以”</translation>
    </message>
    <message>
        <source>“再”表示又一次，“在”表示正在或处所</source>
        <translation>“再” means again, “在” means just now or a place</translation>
    </message>
    <message>
        <source>表示又一次用“再”</source>
        <translation>“again” is “再”</translation>
    </message>
    <message>
        <source>“即使、即将、立即”与“既然、既要”</source>
        <translation>“即使、即将、立即” and “既然、既要”</translation>
    </message>
    <message>
        <source>“惟、唯”统一用“唯”</source>
        <translation>“唯” is the one form used for “惟、唯”</translation>
    </message>
    <message>
        <source>“坚定不移、持续”中“渡、度”：空间、困难用“渡”，时间用“度”</source>
        <translation>“坚定不移、持续”: “渡” for space and hardship, “度” for time</translation>
    </message>
    <message>
        <source>“树立、竖立”：抽象事物用“树立”</source>
        <translation>“树立、竖立”: abstract things are “树立”</translation>
    </message>
    <message>
        <source>“工夫”指时间，“下功夫”用“功夫”</source>
        <translation>“工夫” is time; “下功夫” has “功夫”</translation>
    </message>
    <message>
        <source>“功坚、工坚”应为“攻坚”</source>
        <translation>“功坚、工坚” should be “攻坚”</translation>
    </message>
    <message>
        <source>“报到、报道”：向社区、单位报告到来用“报到”</source>
        <translation>“报到、报道”: reporting for duty is “报到”</translation>
    </message>
    <message>
        <source>“学习贯穿…始终”误作“贯彻”</source>
        <translation>“学习贯穿…始终” written with “贯彻”</translation>
    </message>
    <message>
        <source>“把…贯穿…始终”误作“贯彻”</source>
        <translation>“把…贯穿…始终” written with “贯彻”</translation>
    </message>
    <message>
        <source>“精神、制度、要求”与“贯穿”不搭配，应为“贯彻”</source>
        <translation>“精神、制度、要求” do not go with “贯穿”; use “贯彻”</translation>
    </message>
    <message>
        <source>纪念章、奖状应“颁发”</source>
        <translation>medals and certificates are “颁发”</translation>
    </message>
    <message>
        <source>“年青”用于青少年时期，干部、同志用“年轻”</source>
        <translation>“年青” is said of the teens; of cadres and colleagues use “年轻”</translation>
    </message>
    <message>
        <source>有才能的人用“人才”</source>
        <translation>a talented person is “人才”</translation>
    </message>
    <message>
        <source>习用“庸懒散”</source>
        <translation>“庸懒散” is the usual form</translation>
    </message>
    <message>
        <source>“法制”指法律制度，与“人治”相对的治国方式用“法治”</source>
        <translation>“法制” is the legal system; governing by law, as opposed to “人治”, is “法治”</translation>
    </message>
    <message>
        <source>“通讯员、通讯录”用“通讯”，“通信工程、通信运营商、通信网络”用“通信”</source>
        <translation>“通讯” in “通讯员、通讯录”, “通信” in “通信工程、通信运营商、通信网络”</translation>
    </message>
    <message>
        <source>“考查”是检查衡量（成绩），“考察”是实地观察（干部、项目）</source>
        <translation>“考查” is testing (marks), “考察” is looking on the spot (cadres, projects)</translation>
    </message>
    <message>
        <source>上级下发文件用“下发”；“化、划”：“计划、规划、筹划、谋划”用“划”</source>
        <translation>superiors “下发” documents; of “化、划”, “计划、规划、筹划、谋划” have “划”</translation>
    </message>
    <message>
        <source>“转化、深化、强化、优化、细化”用“化”</source>
        <translation>“化” in “转化、深化、强化、优化、细化”</translation>
    </message>
    <message>
        <source>“分别、区分”：款项拨给用“拨”</source>
        <translation>“分别、区分”: handing out money is “拨”</translation>
    </message>
    <message>
        <source>选用优秀干部用“选拔”</source>
        <translation>choosing good cadres is “选拔”</translation>
    </message>
    <message>
        <source>“凸显、彰显”后不再加“显著”；“竣工、完工”不重复</source>
        <translation>no “显著” after “凸显、彰显”; “竣工、完工” say the same</translation>
    </message>
    <message>
        <source>不尽力、没有做好用“不力”</source>
        <translation>not doing enough is “不力”</translation>
    </message>
    <message>
        <source>时间起点用“今年以来”，泛指最近几年用“近年来”</source>
        <translation>“今年以来” from a point in time, “近年来” for recent years</translation>
    </message>
    <message>
        <source>“更进一层”用“进一步”</source>
        <translation>for “更进一层” use “进一步”</translation>
    </message>
    <message>
        <source>表示程度更深用“进一步”，这里似缺“一”</source>
        <translation>for “further” use “进一步”; “一” seems left out</translation>
    </message>
    <message>
        <source>补语前用“得”</source>
        <translation>before a complement use “得”</translation>
    </message>
    <message>
        <source>固定格式“应保尽保、应退尽退”用“尽”</source>
        <translation>the pattern “应保尽保、应退尽退” has “尽”</translation>
    </message>
    <message>
        <source>把矛盾交给上级用“上交”，“上缴”的是钱物</source>
        <translation>problems are “上交” to superiors; money and goods are “上缴”</translation>
    </message>
    <message>
        <source>责任分“主体责任、监督责任”</source>
        <translation>the responsibilities are “主体责任、监督责任”</translation>
    </message>
    <message>
        <source>整理用“梳理”</source>
        <translation>Putting in order is “梳理”</translation>
    </message>
    <message>
        <source>进入名单用“入选”</source>
        <translation>Being chosen for a list is “入选”</translation>
    </message>
    <message>
        <source>会议名称应为“大”</source>
        <translation>The name of the congress has “大”</translation>
    </message>
    <message>
        <source>“等等”后面不再带名词</source>
        <translation>No noun stands behind “等等”</translation>
    </message>
    <message>
        <source>顿号应在两个机关名之间</source>
        <translation>“、” belongs between the names of the two bodies</translation>
    </message>
    <message>
        <source>小数点写成了句号</source>
        <translation>A full stop stands for the decimal point</translation>
    </message>
    <message>
        <source>数字里有句号，请核对</source>
        <translation>A full stop stands within a number; please check</translation>
    </message>
    <message>
        <source>数字里混进了字母，请核对</source>
        <translation>Letters stand among the digits; please check</translation>
    </message>
    <message>
        <source>一个数里不要汉字和数字混用</source>
        <translation>One number is written in Chinese and in digits</translation>
    </message>
    <message>
        <source>应为“个百分点”</source>
        <translation>Should be “个百分点”</translation>
    </message>
    <message>
        <source>文字里混进了拼音</source>
        <translation>Pinyin stands within the text</translation>
    </message>
    <message>
        <source>单个字似不应加引号</source>
        <translation>A single character is hardly meant to be quoted</translation>
    </message>
    <message>
        <source>应为“”这样的引号</source>
        <translation>Should be a mark like “”</translation>
    </message>
    <message>
        <source>“发展”被改成了“开展”</source>
        <translation>“发展” was turned into “开展”</translation>
    </message>
    <message>
        <source>“建设”缺了“设”</source>
        <translation>“设” of “建设” is missing</translation>
    </message>
    <message>
        <source>“幸福感、获得感、安全感”的“感”不能少</source>
        <translation>None of “幸福感、获得感、安全感” can do without “感”</translation>
    </message>
    <message>
        <source>“增强”的是“责任感、使命感、紧迫感”</source>
        <translation>What is strengthened is “责任感、使命感、紧迫感”</translation>
    </message>
    <message>
        <source>“明显”后面似缺“提高”一类的词</source>
        <translation>A word like “提高” seems to be missing behind “明显”</translation>
    </message>
    <message>
        <source>“满意不满意”缺了“意”</source>
        <translation>“意” of “满意不满意” is missing</translation>
    </message>
    <message>
        <source>“加大”后面似缺“力度”</source>
        <translation>“力度” seems to be missing behind “加大”</translation>
    </message>
    <message>
        <source>“一定程度”要说成“一定程度上”或“在一定程度上”</source>
        <translation>“一定程度” should be “一定程度上” or “在一定程度上”</translation>
    </message>
    <message>
        <source>到某时为止用“截至”</source>
        <translation>“until then” is “截至”</translation>
    </message>
    <message>
        <source>影片的量词用“部”</source>
        <translation>the measure word of films is “部”</translation>
    </message>
    <message>
        <source>“力度”与“加强、提高、增强”不搭配，应为“加大”</source>
        <translation>“力度” does not go with “加强、提高、增强”; use “加大”</translation>
    </message>
    <message>
        <source>“水平、质量、效率”与“加强、加大、扩大”不搭配，应为“提高”</source>
        <translation>“水平、质量、效率” do not go with “加强、加大、扩大”; use “提高”</translation>
    </message>
    <message>
        <source>“步伐、进度、速度”与“加大、加强、提高”不搭配，应为“加快”</source>
        <translation>“步伐、进度、速度” do not go with “加大、加强、提高”; use “加快”</translation>
    </message>
    <message>
        <source>“积极性”与“带动、促进、加强”不搭配，应为“调动”</source>
        <translation>“积极性” does not go with “带动、促进、加强”; use “调动”</translation>
    </message>
    <message>
        <source>“培训班、读书班、讲座、竞赛、活动”与“召开”不搭配，应为“举办”</source>
        <translation>“培训班、读书班、讲座、竞赛、活动” do not go with “召开”; use “举办”</translation>
    </message>
    <message>
        <source>“责任感、使命感、紧迫感、获得感”用“增强”</source>
        <translation>“责任感、使命感、紧迫感、获得感” go with “增强”</translation>
    </message>
    <message>
        <source>“增强”与“紧迫性”不搭配，应为“紧迫感”</source>
        <translation>“增强” does not go with “紧迫性”; use “紧迫感”</translation>
    </message>
    <message>
        <source>“问题”要“解决”，“任务”要“完成”</source>
        <translation>“问题” are “解决”, “任务” are “完成”</translation>
    </message>
    <message>
        <source>“作风、面貌、环境、条件、状况”用“改善、转变”，不用“提高、加强了…改变”</source>
        <translation>“作风、面貌、环境、条件、状况” go with “改善、转变”, not with “提高、加强了…改变”</translation>
    </message>
    <message>
        <source>“差距”用“缩小”，“成本、风险”用“降低”</source>
        <translation>“差距” goes with “缩小”, “成本、风险” with “降低”</translation>
    </message>
    <message>
        <source>“荣获、获得”的是奖项或称号</source>
        <translation>what is “荣获、获得” is a prize or title</translation>
    </message>
    <message>
        <source>规范搭配为“拥护（捍卫）‘两个确立’”，“做到‘两个维护’”</source>
        <translation>the set wording is “拥护（捍卫）‘两个确立’”, “做到‘两个维护’”</translation>
    </message>
    <message>
        <source>固定搭配：增强“四个意识”、坚定“四个自信”、做到“两个维护”</source>
        <translation>set wording: 增强“四个意识”、坚定“四个自信”、做到“两个维护”</translation>
    </message>
    <message>
        <source>固定搭配：坚定“四个自信”</source>
        <translation>set wording: 坚定“四个自信”</translation>
    </message>
    <message>
        <source>固定搭配：做到“两个维护”</source>
        <translation>set wording: 做到“两个维护”</translation>
    </message>
    <message>
        <source>“作出贡献”前缺“为”</source>
        <translation>“作出贡献” lacks “为” before it</translation>
    </message>
    <message>
        <source>“武装”后面缺宾语“头脑”</source>
        <translation>“武装” lacks its object “头脑”</translation>
    </message>
    <message>
        <source>“的”与“有了、得到了”之间缺名词，或“的”字多余</source>
        <translation>a noun is missing between “的” and “有了、得到了”, or “的” is too much</translation>
    </message>
    <message>
        <source>“全市、全县”与“部门”之间似有脱漏（如行业名）</source>
        <translation>something such as the sector seems to be missing between “全市、全县” and “部门”</translation>
    </message>
    <message>
        <source>文件名以“市、县、区”开头，前面似漏了地名</source>
        <translation>a document name that begins with “市、县、区” seems to lack the place</translation>
    </message>
    <message>
        <source>公文标题“关于…的＋文种”缺“的”</source>
        <translation>a title “关于…的＋genre” lacks “的”</translation>
    </message>
    <message>
        <source>“以…为”缺“以”</source>
        <translation>“以…为” lacks “以”</translation>
    </message>
    <message>
        <source>“与…结合起来”前面缺“把…”</source>
        <translation>“与…结合起来” lacks “把…” before it</translation>
    </message>
    <message>
        <source>“关于”引出的部分后面似缺“的部署、的要求、的意见”等中心语</source>
        <translation>what “关于” begins seems to lack its head, such as “的部署、的要求、的意见”</translation>
    </message>
    <message>
        <source>“集中”后漏“学习”</source>
        <translation>“学习” left out after “集中”</translation>
    </message>
    <message>
        <source>“对…不到位”作“存在”的宾语时，“对”字多余或应改为“在…上不到位”</source>
        <translation>as object of “存在”, “对…不到位” has a needless “对”, or should be “在…上不到位”</translation>
    </message>
    <message>
        <source>段中各句用“我们要”，此处“在”似应为“要”</source>
        <translation>the sentences of this paragraph use “我们要”; “在” is probably “要”</translation>
    </message>
    <message>
        <source>“中国党史”不规范，应为“中国共产党历史”</source>
        <translation>“中国党史” is not a proper form; use “中国共产党历史”</translation>
    </message>
    <message>
        <source>状语后面用“地”</source>
        <translation>after an adverbial use “地”</translation>
    </message>
    <message>
        <source>补语前面用“得”</source>
        <translation>before a complement use “得”</translation>
    </message>
    <message>
        <source>定语后面用“的”</source>
        <translation>after an attribute use “的”</translation>
    </message>
    <message>
        <source>“取得、获得、使得、值得、显得、懂得”用“得”</source>
        <translation>“取得、获得、使得、值得、显得、懂得” are written with “得”</translation>
    </message>
    <message>
        <source>“据统计”后面缺逗号</source>
        <translation>no comma after “据统计”</translation>
    </message>
    <message>
        <source>“通过…的努力”与主句之间缺逗号</source>
        <translation>no comma between “通过…的努力” and the main clause</translation>
    </message>
    <message>
        <source>句首短语后面缺逗号</source>
        <translation>no comma after the opening phrase</translation>
    </message>
    <message>
        <source>句子较长，宜在分句间加逗号</source>
        <translation>the sentence is long; a comma between its clauses would help</translation>
    </message>
    <message>
        <source>“等”前不用顿号、逗号</source>
        <translation>no mark before “等”</translation>
    </message>
    <message>
        <source>省略号与“等”不并用</source>
        <translation>an ellipsis and “等” are not used together</translation>
    </message>
    <message>
        <source>“等”后面缺中心语，类名宜移到“等”后</source>
        <translation>“等” lacks its head; the name of the class better stands after “等”</translation>
    </message>
    <message>
        <source>平台、网站、微信公众号不用书名号，用引号</source>
        <translation>platforms, websites and public accounts stand in quotes, not in title marks</translation>
    </message>
    <message>
        <source>网站、平台名宜用引号，书名号用于书、报、刊、文件</source>
        <translation>websites and platforms better stand in quotes; title marks are for books, papers, journals and documents</translation>
    </message>
    <message>
        <source>活动、工程、奖项、证件不用书名号</source>
        <translation>activities, projects, prizes and certificates have no title marks</translation>
    </message>
    <message>
        <source>相邻两数连用表示概数，中间不用顿号</source>
        <translation>two neighbouring numbers for an estimate have no mark between them</translation>
    </message>
    <message>
        <source>带“几”字的概数用汉字</source>
        <translation>an estimate with “几” is written in Chinese characters</translation>
    </message>
    <message>
        <source>“减少、下降、降低”不用倍数表示</source>
        <translation>“减少、下降、降低” do not take multiples</translation>
    </message>
    <message>
        <source>比重、占比、比率之间相减，用“个百分点”</source>
        <translation>the difference of two shares is in “个百分点”</translation>
    </message>
    <message>
        <source>比例、比率之间相减，用“个百分点”</source>
        <translation>Shares and rates differ by “个百分点”</translation>
    </message>
    <message>
        <source>增减的幅度后面缺“%”</source>
        <translation>“%” is missing behind the rate of change</translation>
    </message>
    <message>
        <source>数值范围前一个数的“%、万、亿”不能省</source>
        <translation>the first number of a range keeps its “%、万、亿”</translation>
    </message>
    <message>
        <source>数值范围前一个数的“万、亿”不能省</source>
        <translation>the first number of a range keeps its “万、亿”</translation>
    </message>
    <message>
        <source>小数点前的“0”不能省</source>
        <translation>the “0” before the decimal point is not left out</translation>
    </message>
    <message>
        <source>百分比用阿拉伯数字和“%”</source>
        <translation>percentages are written in Arabic digits with “%”</translation>
    </message>
    <message>
        <source>“千、百、十”不与阿拉伯数字连用</source>
        <translation>“千、百、十” do not follow Arabic digits</translation>
    </message>
    <message>
        <source>汉字年份用“〇”，不用“零、O、o、0”</source>
        <translation>years in Chinese characters have “〇”, not “零、O、o、0”</translation>
    </message>
    <message>
        <source>年份用四位数字</source>
        <translation>years have four digits</translation>
    </message>
    <message>
        <source>月、日前面不补“0”</source>
        <translation>no “0” before month and day</translation>
    </message>
    <message>
        <source>数字单位重复</source>
        <translation>the unit is doubled</translation>
    </message>
    <message>
        <source>公文用“日”不用“号”</source>
        <translation>official documents write “日”, not “号”</translation>
    </message>
    <message>
        <source>起止时间用一字线“—”</source>
        <translation>a period of time is written with “—”</translation>
    </message>
    <message>
        <source>“通过…使…”缺主语，宜删去“通过”或“使”</source>
        <translation>“通过…使…” lacks a subject; better delete “通过” or “使”</translation>
    </message>
    <message>
        <source>“避免、防止、杜绝”与“不”意思相反</source>
        <translation>“避免、防止、杜绝” and “不” cancel each other</translation>
    </message>
    <message>
        <source>“围绕…”与“以…为”两种句式混用</source>
        <translation>two patterns mixed: “围绕…” and “以…为”</translation>
    </message>
    <message>
        <source>“本着…的原则”与“以…为原则”两种句式混用</source>
        <translation>two patterns mixed: “本着…的原则” and “以…为原则”</translation>
    </message>
    <message>
        <source>“旨在、为了”与“为目的”意思重复</source>
        <translation>“旨在、为了” and “为目的” say the same</translation>
    </message>
    <message>
        <source>“原因是…”与“由…造成”两种句式混用</source>
        <translation>two patterns mixed: “原因是…” and “由…造成”</translation>
    </message>
    <message>
        <source>“在…下”与主句之间缺逗号</source>
        <translation>no comma between “在…下” and the main clause</translation>
    </message>
    <message>
        <source>句首时间短语后面宜加逗号</source>
        <translation>a comma after the opening phrase of time would help</translation>
    </message>
    <message>
        <source>“意识”用“增强”，“效果”用“收到、取得”，“成绩”用“取得”</source>
        <translation>“意识” goes with “增强”, “效果” with “收到、取得”, “成绩” with “取得”</translation>
    </message>
    <message>
        <source>“效果”用“收到、取得”，“作用”用“起到”</source>
        <translation>“效果” goes with “收到、取得”, “作用” with “起到”</translation>
    </message>
    <message>
        <source>“涉及”的“及”就是“到”，“到”可省</source>
        <translation>“涉及” holds the “到” already; it can be left out</translation>
    </message>
    <message>
        <source>加起来的总数用“累计”</source>
        <translation>a total that adds up is “累计”</translation>
    </message>
    <message>
        <source>指依法治理的观念用“法治”，指法律制度用“法制”</source>
        <translation>the rule of law is “法治”, the legal system “法制”</translation>
    </message>
    <message>
        <source>引出下文用“：”</source>
        <translation>“：” leads to what follows</translation>
    </message>
    <message>
        <source>两件事或两个称呼等同用“即”，“既”要与“又、也”连用</source>
        <translation>“即” makes two names equal; “既” goes with “又” or “也”</translation>
    </message>
    <message>
        <source>固定表述为“学懂弄通做实”</source>
        <translation>the set wording is “学懂弄通做实”</translation>
    </message>
    <message>
        <source>固定表述为“四个意识”</source>
        <translation>the set wording is “四个意识”</translation>
    </message>
    <message>
        <source>固定表述为“深刻领悟‘两个确立’的决定性意义”</source>
        <translation>the set wording is “深刻领悟‘两个确立’的决定性意义”</translation>
    </message>
    <message>
        <source>名称应完整准确：习近平新时代中国特色社会主义思想</source>
        <translation>the name should be complete: 习近平新时代中国特色社会主义思想</translation>
    </message>
    <message>
        <source>固定表述为“以习近平同志为核心的党中央”</source>
        <translation>the set wording is “以习近平同志为核心的党中央”</translation>
    </message>
    <message>
        <source>规范表述为“维护习近平总书记党中央的核心、全党的核心地位”</source>
        <translation>the set wording is “维护习近平总书记党中央的核心、全党的核心地位”</translation>
    </message>
    <message>
        <source>简称为“党的二十大”，全称为“中国共产党第二十次全国代表大会”</source>
        <translation>short “党的二十大”, in full “中国共产党第二十次全国代表大会”</translation>
    </message>
    <message>
        <source>简称为“党的二十届四中全会”，用汉字，不加“第”“大”</source>
        <translation>short “党的二十届四中全会”, in Chinese characters, without “第” and “大”</translation>
    </message>
    <message>
        <source>规范表述为“党的二十届历次全会”</source>
        <translation>the set wording is “党的二十届历次全会”</translation>
    </message>
    <message>
        <source>固定表述为“中央八项规定及其实施细则精神”</source>
        <translation>the set wording is “中央八项规定及其实施细则精神”</translation>
    </message>
    <message>
        <source>应写明“中央八项规定”</source>
        <translation>“中央八项规定” should be named</translation>
    </message>
    <message>
        <source>固定表述为“绿水青山就是金山银山”</source>
        <translation>the set wording is “绿水青山就是金山银山”</translation>
    </message>
    <message>
        <source>主题教育名称为“不忘初心、牢记使命”</source>
        <translation>the education campaign is named “不忘初心、牢记使命”</translation>
    </message>
    <message>
        <source>固定表述为“实现中华民族伟大复兴的中国梦”</source>
        <translation>the set wording is “实现中华民族伟大复兴的中国梦”</translation>
    </message>
    <message>
        <source>固定次序为“富强民主文明和谐美丽”</source>
        <translation>the set order is “富强民主文明和谐美丽”</translation>
    </message>
    <message>
        <source>固定次序为“稳增长、促改革、调结构、惠民生、防风险”</source>
        <translation>the set order is “稳增长、促改革、调结构、惠民生、防风险”</translation>
    </message>
    <message>
        <source>固定次序为“在思想上政治上行动上”</source>
        <translation>the set order is “在思想上政治上行动上”</translation>
    </message>
    <message>
        <source>固定表述为“同党中央保持高度一致”</source>
        <translation>the set wording is “同党中央保持高度一致”</translation>
    </message>
    <message>
        <source>固定表述为“全心全意为人民服务”</source>
        <translation>the set wording is “全心全意为人民服务”</translation>
    </message>
    <message>
        <source>固定表述为“人民日益增长的美好生活需要和不平衡不充分的发展之间的矛盾”</source>
        <translation>the set wording is “人民日益增长的美好生活需要和不平衡不充分的发展之间的矛盾”</translation>
    </message>
    <message>
        <source>称“一带一路”倡议，不称战略</source>
        <translation>“一带一路” is called an initiative (倡议), not a strategy</translation>
    </message>
    <message>
        <source>规范表述为“苏联”“新中国成立前”“新中国成立以来”“新中国成立××周年”</source>
        <translation>the set wording is “苏联” “新中国成立前” “新中国成立以来” “新中国成立××周年”</translation>
    </message>
    <message>
        <source>规范称呼为“村民委员会主任（村主任）”“大学生村干部”</source>
        <translation>the proper names are “村民委员会主任（村主任）” and “大学生村干部”</translation>
    </message>
    <message>
        <source>应为“人大常委会主任（副主任）”</source>
        <translation>should be “人大常委会主任（副主任）”</translation>
    </message>
    <message>
        <source>“中共××省委”，行政区名不重复</source>
        <translation>“中共××省委”: the name of the area is not doubled</translation>
    </message>
    <message>
        <source>应为“民主集中制”</source>
        <translation>should be “民主集中制”</translation>
    </message>
    <message>
        <source>固定表述为“全面从严治党主体责任”“第一责任人责任”</source>
        <translation>the set wording is “全面从严治党主体责任” “第一责任人责任”</translation>
    </message>
    <message>
        <source>固定表述为“两不愁三保障”</source>
        <translation>the set wording is “两不愁三保障”</translation>
    </message>
    <message>
        <source>固定次序为“产业兴旺、生态宜居、乡风文明、治理有效、生活富裕”</source>
        <translation>the set order is “产业兴旺、生态宜居、乡风文明、治理有效、生活富裕”</translation>
    </message>
    <message>
        <source>“六稳”的固定次序</source>
        <translation>the set order of “六稳”</translation>
    </message>
    <message>
        <source>固定表述为“统筹推进‘五位一体’总体布局、协调推进‘四个全面’战略布局”</source>
        <translation>the set wording is “统筹推进‘五位一体’总体布局、协调推进‘四个全面’战略布局”</translation>
    </message>
    <message>
        <source>固定表述为“党要管党、全面从严治党”</source>
        <translation>the set wording is “党要管党、全面从严治党”</translation>
    </message>
    <message>
        <source>固定表述为“以案为鉴、以案促改、以案促治”</source>
        <translation>the set wording is “以案为鉴、以案促改、以案促治”</translation>
    </message>
</context>
<context>
    <name>rules</name>
    <message>
        <source>疑似漏填</source>
        <translation>Probably left out</translation>
    </message>
    <message>
        <source>缺序号</source>
        <translation>Number missing</translation>
    </message>
    <message>
        <source>序号写法</source>
        <translation>Form of numbers</translation>
    </message>
    <message>
        <source>序号不连续</source>
        <translation>Numbers out of order</translation>
    </message>
    <message>
        <source>断行</source>
        <translation>Broken line</translation>
    </message>
    <message>
        <source>列举次序</source>
        <translation>Order of points</translation>
    </message>
    <message>
        <source>项数不符</source>
        <translation>Count of points</translation>
    </message>
    <message>
        <source>只有一个小标题</source>
        <translation>Only one heading</translation>
    </message>
    <message>
        <source>标题下无内容</source>
        <translation>Empty section</translation>
    </message>
    <message>
        <source>标题末尾标点</source>
        <translation>Punctuation after a heading</translation>
    </message>
    <message>
        <source>附件与附件说明</source>
        <translation>Attachments and their list</translation>
    </message>
    <message>
        <source>附件名称标点</source>
        <translation>Punctuation after an attachment</translation>
    </message>
    <message>
        <source>缺标题</source>
        <translation>No title</translation>
    </message>
    <message>
        <source>缺称呼</source>
        <translation>No salutation</translation>
    </message>
    <message>
        <source>缺日期</source>
        <translation>No date</translation>
    </message>
    <message>
        <source>数字对不上</source>
        <translation>Contradicting figures</translation>
    </message>
    <message>
        <source>日期不存在</source>
        <translation>Impossible date</translation>
    </message>
    <message>
        <source>数字过多的句子</source>
        <translation>Sentences with too many figures</translation>
    </message>
    <message>
        <source>单位不统一</source>
        <translation>Mixed units</translation>
    </message>
    <message>
        <source>星期不对</source>
        <translation>Wrong weekday</translation>
    </message>
    <message>
        <source>起止颠倒</source>
        <translation>Reversed range</translation>
    </message>
    <message>
        <source>年份</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>时期</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>数值范围</source>
        <translation>Range of values</translation>
    </message>
    <message>
        <source>数字写法</source>
        <translation>Form of figures</translation>
    </message>
    <message>
        <source>日期写法</source>
        <translation>Form of dates</translation>
    </message>
    <message>
        <source>概数和倍数</source>
        <translation>Estimates and multiples</translation>
    </message>
    <message>
        <source>半角标点</source>
        <translation>Half-width punctuation</translation>
    </message>
    <message>
        <source>直引号</source>
        <translation>Straight quotes</translation>
    </message>
    <message>
        <source>括号不成对</source>
        <translation>Unpaired brackets</translation>
    </message>
    <message>
        <source>引号不成对</source>
        <translation>Unpaired quotes</translation>
    </message>
    <message>
        <source>引号套引号</source>
        <translation>Quotes within quotes</translation>
    </message>
    <message>
        <source>缺引号</source>
        <translation>Quotes missing</translation>
    </message>
    <message>
        <source>书名号</source>
        <translation>Title marks</translation>
    </message>
    <message>
        <source>标点重复</source>
        <translation>Doubled punctuation</translation>
    </message>
    <message>
        <source>多余空格</source>
        <translation>Extra space</translation>
    </message>
    <message>
        <source>全角数字字母</source>
        <translation>Full-width digits, letters</translation>
    </message>
    <message>
        <source>破折号省略号</source>
        <translation>Dash and ellipsis</translation>
    </message>
    <message>
        <source>发文字号</source>
        <translation>Document number</translation>
    </message>
    <message>
        <source>并列标点</source>
        <translation>Punctuation in lists</translation>
    </message>
    <message>
        <source>引号间顿号</source>
        <translation>Punctuation between quotes</translation>
    </message>
    <message>
        <source>连用冒号</source>
        <translation>Colons in a row</translation>
    </message>
    <message>
        <source>段末标点</source>
        <translation>End of paragraph</translation>
    </message>
    <message>
        <source>“等”的标点</source>
        <translation>Punctuation at “等”</translation>
    </message>
    <message>
        <source>缺标点</source>
        <translation>Punctuation missing</translation>
    </message>
    <message>
        <source>错别字</source>
        <translation>Wrong character</translation>
    </message>
    <message>
        <source>疑似错字</source>
        <translation>Probably wrong character</translation>
    </message>
    <message>
        <source>疑似错词</source>
        <translation>Probably wrong word</translation>
    </message>
    <message>
        <source>单位词表</source>
        <translation>Own word list</translation>
    </message>
    <message>
        <source>用词</source>
        <translation>Usage</translation>
    </message>
    <message>
        <source>量词</source>
        <translation>Measure word</translation>
    </message>
    <message>
        <source>搭配</source>
        <translation>Collocation</translation>
    </message>
    <message>
        <source>疑似脱漏</source>
        <translation>Probably dropped</translation>
    </message>
    <message>
        <source>的地得</source>
        <translation>的, 地, 得</translation>
    </message>
    <message>
        <source>重复</source>
        <translation>Doubled</translation>
    </message>
    <message>
        <source>固定表述</source>
        <translation>Set wording</translation>
    </message>
    <message>
        <source>长句</source>
        <translation>Long sentence</translation>
    </message>
    <message>
        <source>句式</source>
        <translation>Sentence pattern</translation>
    </message>
    <message>
        <source>重复的句子</source>
        <translation>Repeated sentence</translation>
    </message>
    <message>
        <source>范文名称</source>
        <translation>Name from the sample</translation>
    </message>
    <message>
        <source>请示用语</source>
        <translation>Wording of a request</translation>
    </message>
    <message>
        <source>范文残留</source>
        <translation>Left over from the sample</translation>
    </message>
</context>
<context>
    <name>kinds</name>
    <message>
        <source>数字</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>百分比</source>
        <translation>Percent</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>地名</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>人员</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>会议届次</source>
        <translation>Session</translation>
    </message>
    <message>
        <source>文字</source>
        <translation>Text</translation>
    </message>
</context>
<context>
    <name>states</name>
    <message>
        <source>未填</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>已填</source>
        <translation>Filled</translation>
    </message>
    <message>
        <source>已确认</source>
        <translation>Confirmed</translation>
    </message>
    <message>
        <source>保留</source>
        <translation>Waived</translation>
    </message>
    <message>
        <source>待核</source>
        <translation>To confirm</translation>
    </message>
</context>
<context>
    <name>severities</name>
    <message>
        <source>错误</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>警告</source>
        <translation>Warning</translation>
    </message>
    <message>
        <source>提示</source>
        <translation>Hint</translation>
    </message>
</context>
<context>
    <name>roles</name>
    <message>
        <source>标题</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>副标题</source>
        <translation>Subtitle</translation>
    </message>
    <message>
        <source>称呼</source>
        <translation>Salutation</translation>
    </message>
    <message>
        <source>小标题</source>
        <translation>Heading</translation>
    </message>
    <message>
        <source>正文</source>
        <translation>Body text</translation>
    </message>
    <message>
        <source>结尾</source>
        <translation>Closing</translation>
    </message>
    <message>
        <source>署名</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>附件</source>
        <translation>Attachment</translation>
    </message>
    <message>
        <source>表格</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>图片</source>
        <translation>Picture</translation>
    </message>
    <message>
        <source>残留内容</source>
        <translation>Leftover</translation>
    </message>
</context>
<context>
    <name>removals</name>
    <message>
        <source>网页标记</source>
        <translation>mark of a web page</translation>
    </message>
    <message>
        <source>网页内容</source>
        <translation>content of a web page</translation>
    </message>
    <message>
        <source>页码</source>
        <translation>page number</translation>
    </message>
    <message>
        <source>空行</source>
        <translation>empty line</translation>
    </message>
    <message>
        <source>段首空白</source>
        <translation>blanks at the head of a paragraph</translation>
    </message>
    <message>
        <source>段尾空白</source>
        <translation>blanks at the end of a paragraph</translation>
    </message>
    <message>
        <source>不可见字符</source>
        <translation>invisible character</translation>
    </message>
    <message>
        <source>断行</source>
        <translation>broken line</translation>
    </message>
    <message>
        <source>合并单元格里看不见的文字</source>
        <translation>unseen text in merged cells</translation>
    </message>
</context>
<context>
    <name>places</name>
    <message>
        <source>文件</source>
        <translation>the file</translation>
    </message>
    <message>
        <source>文件开头</source>
        <translation>the head of the file</translation>
    </message>
    <message>
        <source>版本号</source>
        <translation>the version number</translation>
    </message>
    <message>
        <source>第 {number} 行</source>
        <translation>line {number}</translation>
    </message>
    <message>
        <source>第 {number} 字节</source>
        <translation>byte {number}</translation>
    </message>
    <message>
        <source>正文第 {number} 段</source>
        <translation>paragraph {number} of the text</translation>
    </message>
    <message>
        <source>待填项第 {number} 项</source>
        <translation>field {number}</translation>
    </message>
</context>
<context>
    <name>other</name>
    <message>
        <source>结果没有全部输出（{reason}），文件未改动。请确认输出位置的磁盘空间后重试。</source>
        <translation>Not all of the result could be put out ({reason}); no file was changed. Please check the space where it goes and try again.</translation>
    </message>
    <message>
        <source>（缺{number}）</source>
        <translation>({number} missing)</translation>
    </message>
    <message>
        <source>单位 {unit}</source>
        <translation>unit {unit}</translation>
    </message>
    <message>
        <source>出现 {count} 处</source>
        <translation>{count} places</translation>
    </message>
    <message>
        <source>出现 {count} 处，推测为同一项</source>
        <translation>{count} places, probably one field</translation>
    </message>
    <message>
        <source>填写内容不合类型，没有写入正文</source>
        <translation>The value does not fit the kind and was not written into the text</translation>
    </message>
    <message>
        <source>来源：{source}</source>
        <translation>Source: {source}</translation>
    </message>
    <message>
        <source>备注：{note}</source>
        <translation>Note: {note}</translation>
    </message>
    <message>
        <source>关系：{formula}</source>
        <translation>Relation: {formula}</translation>
    </message>
    <message>
        <source>还有未填或待核的内容，按草稿显示</source>
        <translation>Fields are open: shown as a draft</translation>
    </message>
    <message>
        <source>正在排版…</source>
        <translation>Laying out…</translation>
    </message>
    <message>
        <source>{label}：还有 {count} 处同名的没有填。</source>
        <translation>{label}: places of the same name still open: {count}.</translation>
    </message>
    <message>
        <source>还有未填或待核的内容，按草稿打印，未填处标黄。</source>
        <translation>Some fields are open or to be confirmed: printed as a draft, open ones in yellow.</translation>
    </message>
    <message>
        <source>已送打印，共 {count} 页。</source>
        <translation>Sent to the printer, pages: {count}.</translation>
    </message>
    <message>
        <source>报告助手：把范文变成自己的报告。不带命令时打开窗口。</source>
        <translation>Report Assistant turns a sample into your own report. Without a command it opens the window.</translation>
    </message>
    <message>
        <source>用法不对：{detail}。输入 assistant --help 查看各命令。</source>
        <translation>Wrong usage: {detail}. See assistant --help for the commands.</translation>
    </message>
    <message>
        <source>缺少 {words}</source>
        <translation>{words} is missing</translation>
    </message>
    <message>
        <source>不认识 {words}</source>
        <translation>{words} is not known</translation>
    </message>
    <message>
        <source>{words} 后面缺少内容</source>
        <translation>{words} lacks its value</translation>
    </message>
    <message>
        <source>{words} 后面应为 0 或正整数</source>
        <translation>{words} takes 0 or a positive number</translation>
    </message>
    <message>
        <source>已中断。没有写完的文件不会留下，原有文件未改动。</source>
        <translation>Interrupted. No half-written file is left, and former files have not changed.</translation>
    </message>
    <message>
        <source>列出报告的结构和待填项</source>
        <translation>List the structure and the fields of a report</translation>
    </message>
    <message>
        <source>检查待填项、序号和残留内容</source>
        <translation>Check fields, numbering and leftover content</translation>
    </message>
    <message>
        <source>建议改为：{fix}</source>
        <translation>Proposed: {fix}</translation>
    </message>
    <message>
        <source>已把 {count} 条检查结果作为批注写入 {path}</source>
        <translation>Wrote {count} findings as comments into {path}</translation>
    </message>
    <message>
        <source>用答案文件填写并导出</source>
        <translation>Fill in from an answer file and export</translation>
    </message>
    <message>
        <source>列出各页各行的文字，与预览、打印一致</source>
        <translation>List the lines of each page, as preview and print show them</translation>
    </message>
    <message>
        <source>——第 {number} 页，{count} 行——</source>
        <translation>— Page {number}, {count} lines —</translation>
    </message>
    <message>
        <source>导出定稿或草稿</source>
        <translation>Export a final or a draft</translation>
    </message>
    <message>
        <source>从报告中提取短语，存入短语库</source>
        <translation>Collect phrases from reports into a library</translation>
    </message>
    <message>
        <source>查找短语</source>
        <translation>Find phrases</translation>
    </message>
    <message>
        <source>[{number}/{total}] {path}：短语 {count} 条</source>
        <translation>[{number}/{total}] {path}: {count} phrases</translation>
    </message>
    <message>
        <source>[{number}/{total}] {path}：已在库中，未重复收录</source>
        <translation>[{number}/{total}] {path}: already in the library, not imported again</translation>
    </message>
    <message>
        <source>短语库“{path}”现有短语 {count} 条。</source>
        <translation>The library “{path}” now has {count} phrases.</translation>
    </message>
    <message>
        <source>类别|短语|出处</source>
        <translation>Category|Phrase|Source</translation>
    </message>
    <message>
        <source>文字或拼音首字母</source>
        <translation>Words or initials</translation>
    </message>
    <message>
        <source>多个词用空格隔开</source>
        <translation>Part several words by spaces</translation>
    </message>
    <message>
        <source>正在从报告中提取短语…</source>
        <translation>Collecting phrases from reports…</translation>
    </message>
    <message>
        <source>新收录报告 {count} 份，短语 {phrases} 条。</source>
        <translation>Reports added: {count}, phrases: {phrases}.</translation>
    </message>
    <message>
        <source>输入时提示下文</source>
        <translation>Propose while typing</translation>
    </message>
    <message>
        <source>不提示</source>
        <translation>Nothing</translation>
    </message>
    <message>
        <source>灰字（Tab 采用）</source>
        <translation>In grey (Tab accepts)</translation>
    </message>
    <message>
        <source>列表（Tab 采用首选，Alt+数字选其他）</source>
        <translation>As a list (Tab accepts the first, Alt+digit another)</translation>
    </message>
    <message>
        <source>可能的下文</source>
        <translation>What may come next</translation>
    </message>
    <message>
        <source>第 {number} 份，共 {total} 份：{name}</source>
        <translation>{number} of {total}: {name}</translation>
    </message>
    <message>
        <source>正在整理短语…</source>
        <translation>Sorting the phrases…</translation>
    </message>
    <message>
        <source>重建短语库</source>
        <translation>Rebuild phrase library</translation>
    </message>
    <message>
        <source>正在重建短语库…</source>
        <translation>Rebuilding the phrase library…</translation>
    </message>
    <message>
        <source>短语库已重建：找回材料 {reports} 份、短语 {phrases} 条，内置短语齐全。损坏的文件留作“{path}”。</source>
        <translation>The phrase library was rebuilt: {reports} pieces of material and {phrases} phrases were found again, the built-in phrases are complete. The damaged file is kept as “{path}”.</translation>
    </message>
    <message>
        <source>找回的材料</source>
        <translation>Recovered material</translation>
    </message>
    <message>
        <source>已取消，{count} 份没有收录。</source>
        <translation>Cancelled; {count} were not added. </translation>
    </message>
    <message>
        <source>{count} 份以前已收录。</source>
        <translation>Known already: {count}.</translation>
    </message>
    <message>
        <source>{count} 份没有收录：{problem}</source>
        <translation>Not added: {count}. {problem}</translation>
    </message>
    <message>
        <source>没有收录的还有：{names}。</source>
        <translation>Also not added: {names}.</translation>
    </message>
    <message>
        <source>所选位置没有可以读取的报告，短语库没有改动。</source>
        <translation>There are no readable reports in this place; the library has not changed.</translation>
    </message>
    <message>
        <source>从自己以前的报告中提取短语，也可以把文件或文件夹拖到这里</source>
        <translation>Collect phrases from your earlier reports; files and folders can be dropped here as well</translation>
    </message>
    <message>
        <source>例：{text}</source>
        <translation>Example: {text}</translation>
    </message>
    <message>
        <source>收录的材料里没有这条短语的原句。</source>
        <translation>The imported reports have no sentence with this phrase.</translation>
    </message>
    <message>
        <source>在列表下面显示这条短语在材料里的原句（Alt+L）</source>
        <translation>Show below the list how the reports use this phrase (Alt+L)</translation>
    </message>
    <message>
        <source>来源…</source>
        <translation>Sources…</translation>
    </message>
    <message>
        <source>已收录的材料，短语包的导入和导出</source>
        <translation>Reports already imported; import and export of phrase packs</translation>
    </message>
    <message>
        <source>核对新收录的短语</source>
        <translation>Review new phrases</translation>
    </message>
    <message>
        <source>最有用的 {count} 条在下面。去掉勾选的不再收录；双击或按 F2 可以改文字和类别，按 * 设为星标，按 Delete 不收录。</source>
        <translation>The {count} most useful ones are listed. Untick what is not wanted; double-click or F2 changes words and category, * stars, Delete drops.</translation>
    </message>
    <message>
        <source>短语|类别|星标|所在小标题</source>
        <translation>Phrase|Category|Star|Section</translation>
    </message>
    <message>
        <source>全选</source>
        <translation>Select all</translation>
    </message>
    <message>
        <source>全不选</source>
        <translation>Untick all</translation>
    </message>
    <message>
        <source>先全部收录</source>
        <translation>Keep all for now</translation>
    </message>
    <message>
        <source>不逐条核对，以后可以在短语栏里处理</source>
        <translation>Without review; they can be dealt with in the phrase panel later</translation>
    </message>
    <message>
        <source>按勾选收录</source>
        <translation>Keep the ticked</translation>
    </message>
    <message>
        <source>短语来源和短语包</source>
        <translation>Phrase sources and packs</translation>
    </message>
    <message>
        <source>移除一份材料，只来自它的短语一并移除，星标的留下。短语包只含短语，不含报告原文，可以发给同事。</source>
        <translation>Removing a report removes the phrases that come from it alone; starred ones stay. A phrase pack holds phrases only, not the text of reports, and can be sent to colleagues.</translation>
    </message>
    <message>
        <source>材料|字数|短语</source>
        <translation>Report|Characters|Phrases</translation>
    </message>
    <message>
        <source>导入材料…</source>
        <translation>Import reports…</translation>
    </message>
    <message>
        <source>从自己以前的报告中提取短语</source>
        <translation>Collect phrases from your earlier reports</translation>
    </message>
    <message>
        <source>导入文件夹…</source>
        <translation>Import a folder…</translation>
    </message>
    <message>
        <source>从文件夹（含下级文件夹）里的报告中提取短语</source>
        <translation>Collect phrases from the reports in a folder and the folders in it</translation>
    </message>
    <message>
        <source>导入短语包…</source>
        <translation>Import a pack…</translation>
    </message>
    <message>
        <source>收录同事导出的短语包</source>
        <translation>Import a phrase pack that a colleague exported</translation>
    </message>
    <message>
        <source>导出短语包…</source>
        <translation>Export a pack…</translation>
    </message>
    <message>
        <source>导出所选材料的短语；没有选中时，导出全部自有材料的短语</source>
        <translation>Export the phrases of the selected reports, or of all your own where none is selected</translation>
    </message>
    <message>
        <source>移除</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>移除所选材料和只来自它的短语</source>
        <translation>Remove the selected reports and the phrases that come from them alone</translation>
    </message>
    <message>
        <source>要移除所选的 {count} 份材料和只来自它们的短语吗？原来的文件不受影响。</source>
        <translation>Remove what is selected ({count}) and the phrases that come from it alone? The files themselves are not touched.</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>我的短语.duanyu</source>
        <translation>My phrases.duanyu</translation>
    </message>
    <message>
        <source>已收录短语包“{name}”，短语 {count} 条；您已有的和不再显示的短语没有改动。</source>
        <translation>Phrase pack “{name}” imported, {count} phrases; those you have and those not to be shown have not changed.</translation>
    </message>
    <message>
        <source>短语包“{name}”以前已收录，没有重复收录。</source>
        <translation>The phrase pack “{name}” was imported before and not imported again.</translation>
    </message>
    <message>
        <source>短语包已写入 {path}</source>
        <translation>Phrase pack written to {path}</translation>
    </message>
    <message>
        <source>还可以写</source>
        <translation>What else</translation>
    </message>
    <message>
        <source>这一节还可以写</source>
        <translation>What else to write here</translation>
    </message>
    <message>
        <source>“{section}”这一节还可以写：</source>
        <translation>What else “{section}” could say:</translation>
    </message>
    <message>
        <source>这份报告还可以写：</source>
        <translation>What else this report could say:</translation>
    </message>
    <message>
        <source>同类报告写到的要点，这里都有了。</source>
        <translation>Everything that reports of this genre say is here.</translation>
    </message>
    <message>
        <source>插入标题和句子</source>
        <translation>Insert both</translation>
    </message>
    <message>
        <source>作为小标题插入，编号自动排好（回车）</source>
        <translation>As a heading below, numbered automatically (Enter)</translation>
    </message>
    <message>
        <source>只插入句子</source>
        <translation>Sentence only</translation>
    </message>
    <message>
        <source>把句子插入到光标处（Ctrl+回车）</source>
        <translation>Put the sentence at the cursor (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>小标题 · {point}</source>
        <translation>Heading · {point}</translation>
    </message>
    <message>
        <source>全文还缺 · {point}</source>
        <translation>Missing in the report · {point}</translation>
    </message>
    <message>
        <source>句子 · {category}</source>
        <translation>Sentence · {category}</translation>
    </message>
    <message>
        <source>已插入“{heading}”，按 Ctrl+Z 可以撤销。</source>
        <translation>“{heading}” inserted; Ctrl+Z takes it back.</translation>
    </message>
    <message>
        <source>没有找到短语。</source>
        <translation>No phrases found.</translation>
    </message>
    <message>
        <source>逐行回答输入补全请求</source>
        <translation>Answer completion requests line by line</translation>
    </message>
    <message>
        <source>用自带范文把整个过程做一遍</source>
        <translation>Do the whole job with a built-in sample</translation>
    </message>
    <message>
        <source>检查程序是否完好</source>
        <translation>Check that the program is complete</translation>
    </message>
    <message>
        <source>已写入 {path}（已填 {settled}/{total}）</source>
        <translation>Written to {path} ({settled}/{total} filled)</translation>
    </message>
    <message>
        <source>自检通过（{version}）</source>
        <translation>Self-test passed ({version})</translation>
    </message>
    <message>
        <source>“{label}”（{field}）的答案“{value}”不合类型，已记下，该项仍为未填。</source>
        <translation>The answer “{value}” for “{label}” ({field}) does not fit its kind; it is noted and the field stays open.</translation>
    </message>
    <message>
        <source>答案中的 {field} 在报告里没有对应的待填项，未采用。</source>
        <translation>The report has no field {field}; the answer was not used.</translation>
    </message>
    <message>
        <source>“{label}”（{field}）的部分出现处是推测关联，已一并填写，请核对。</source>
        <translation>Some places of “{label}” ({field}) were linked by guess and filled in too; please check.</translation>
    </message>
    <message>
        <source>{name}（{encoding}，{chars} 字）</source>
        <translation>{name} ({encoding}, {chars} characters)</translation>
    </message>
    <message>
        <source>待填项 {count} 个：</source>
        <translation>{count} fields:</translation>
    </message>
    <message>
        <source>已去除{reason}：{text}</source>
        <translation>Removed {reason}: {text}</translation>
    </message>
    <message>
        <source>编号|类型|名称|单位|处数|上下文</source>
        <translation>Id|Kind|Name|Unit|Places|Context</translation>
    </message>
    <message>
        <source>编号|类型|名称|单位|状态|处数</source>
        <translation>Id|Kind|Name|Unit|State|Places</translation>
    </message>
    <message>
        <source>行|程度|原文|说明</source>
        <translation>Line|Severity|Text|Finding</translation>
    </message>
    <message>
        <source>错误 {error}，警告 {warning}，提示 {hint}</source>
        <translation>Err. {error}, warn. {warning}, hints {hint}</translation>
    </message>
    <message>
        <source>已修改 {count} 处，按 Ctrl+Z 可以全部撤销。</source>
        <translation>{count} places were fixed; Ctrl+Z takes all of them back.</translation>
    </message>
    <message>
        <source>已关闭规则“{rule}”，可在“检查”菜单的“检查设置”里重新启用。</source>
        <translation>The rule “{rule}” is off. Switch it on again in the menu “检查”, “检查设置”.</translation>
    </message>
    <message>
        <source>“{words}”以后不再提示，可在“检查”菜单的“检查设置”里恢复。</source>
        <translation>“{words}” is left alone from now on. Take it back in the menu “检查”, “检查设置”.</translation>
    </message>
    <message>
        <source>有 {count} 处没有修改：原文已变动或含有待填项，请手工修改。</source>
        <translation>Not fixed: {count}. The text has changed there or holds a field; please change it by hand.</translation>
    </message>
    <message>
        <source>正在检查…</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>没有发现问题。</source>
        <translation>No problems found.</translation>
    </message>
    <message>
        <source>文档格式较旧，已请本机的 Word 或 WPS 转换后读入，原文件未改动，请核对内容。</source>
        <translation>The document has an old format and was converted by Word or WPS on this computer; the file itself has not changed. Please check the content.</translation>
    </message>
    <message>
        <source>文档中的表格已转为文字，原有表格样式不保留。</source>
        <translation>The tables of the document became text; their look is not kept.</translation>
    </message>
    <message>
        <source>有的表格过大、不规整或在文本框里，已转为文字，原有表格样式不保留。</source>
        <translation>Some tables are too large, irregular or in text boxes and became text; their look is not kept.</translation>
    </message>
    <message>
        <source>表格里套的小表格已转为文字，放在所在的格子里。</source>
        <translation>Small tables inside tables became text in their cell.</translation>
    </message>
    <message>
        <source>表格里的斜线没有读入。</source>
        <translation>Diagonal lines in tables were not read.</translation>
    </message>
    <message>
        <source>文本框里的文字已读入所在段落之后，请核对位置。</source>
        <translation>Text boxes were read after the paragraph they stand at; please check their place.</translation>
    </message>
    <message>
        <source>文本框里的文字已读入文末，请核对位置。</source>
        <translation>Text boxes were read at the end of the text; please check their place.</translation>
    </message>
    <message>
        <source>文档用了自动编号，序号已转为文字，请核对各级标题的序号。</source>
        <translation>The document uses automatic numbers; they became text. Please check the numbers of the headings.</translation>
    </message>
    <message>
        <source>文档里插入的其他文件（如合并进来的稿子）没有读入。请用 Word 或 WPS 打开后另存，再导入另存的文件。</source>
        <translation>Other files that are inserted in the document were not taken over. Please open it in Word or WPS, save it under another name, and open that.</translation>
    </message>
    <message>
        <source>文档中的批注没有读入。</source>
        <translation>The comments of the document were not read.</translation>
    </message>
    <message>
        <source>文档中的隐藏文字没有读入。</source>
        <translation>The hidden text of the document was not read.</translation>
    </message>
    <message>
        <source>文档中的目录没有读入。</source>
        <translation>The table of contents was not read.</translation>
    </message>
    <message>
        <source>文档中有修订，已按接受修订后的文字读入。</source>
        <translation>The document has tracked changes; it was read as if they were accepted.</translation>
    </message>
    <message>
        <source>PDF 没有段落，已按版面把各行连成段落，请核对分段。</source>
        <translation>A PDF has no paragraphs; lines were joined by their place on the page. Please check the paragraphs.</translation>
    </message>
    <message>
        <source>文档中的脚注没有读入。</source>
        <translation>The footnotes of the document were not read.</translation>
    </message>
    <message>
        <source>有的图片没有读入。</source>
        <translation>Some pictures were not read.</translation>
    </message>
    <message>
        <source>浮动的图片和文字之间的图片已放到所在段落之后，请核对位置。</source>
        <translation>Floating pictures and pictures within text now stand after their paragraph; please check their place.</translation>
    </message>
    <message>
        <source>WMF、EMF、TIFF 格式的图片在编辑和预览中只显示方框，导出 Word 时保留原图。</source>
        <translation>WMF, EMF and TIFF pictures show as a frame in editor and preview; Word exports keep the original.</translation>
    </message>
    <message>
        <source>文档中的图表没有读入，请先在 Word 中把图表粘贴为图片。</source>
        <translation>Charts were not read; paste them as pictures in Word first.</translation>
    </message>
    <message>
        <source>文档中的线条和形状没有读入。</source>
        <translation>Lines and shapes of the document were not read.</translation>
    </message>
    <message>
        <source>嵌入的对象（公式、Excel 表等）只保留图片，不能再双击编辑。</source>
        <translation>Of embedded objects (formulas, Excel sheets and others) only the picture is kept; they cannot be edited any more.</translation>
    </message>
    <message>
        <source>页眉、页脚里的文字没有读入，页码由版式重新生成。</source>
        <translation>Text in page head and foot was not read; page numbers come from the layout.</translation>
    </message>
    <message>
        <source>“{label}”中填的“{value}”不像{kind}，请核对。</source>
        <translation>“{value}” in “{label}” does not look like a value of the kind “{kind}”; please check.</translation>
    </message>
    <message>
        <source>填写内容不像{kind}，已记下但没有写入正文。请核对后重填。</source>
        <translation>The value does not look like the kind “{kind}”; it is noted but not written into the text. Please check and fill in again.</translation>
    </message>
    <message>
        <source>剪贴板里没有文字。请先在网页、Word 或 WPS 中复制范文。</source>
        <translation>The clipboard holds no text. Copy a sample from the web, Word or WPS first.</translation>
    </message>
    <message>
        <source>原来的“{path}”已不在（可能被移动、改名或删除），现已重新保存一份。</source>
        <translation>The former “{path}” was gone (moved, renamed or deleted); it has been saved anew.</translation>
    </message>
    <message>
        <source>要粘贴的内容有 {characters} 字，超过一次 {most} 字的上限，没有粘贴。请分几次粘贴，或存成文件后打开。</source>
        <translation>What was to be pasted has {characters} characters, more than the {most} that are taken at once; nothing was pasted. Please paste it in several parts, or save it as a file and open that.</translation>
    </message>
    <message>
        <source>已保存到“{path}”。</source>
        <translation>Saved to “{path}”.</translation>
    </message>
    <message>
        <source>“{path}”已经存在，要替换它吗？</source>
        <translation>“{path}” exists already. Replace it?</translation>
    </message>
    <message>
        <source>没有能打开“{path}”的程序。文件已经导出，请到所在的文件夹中查看。</source>
        <translation>No program can open “{path}”. The file was exported; please look in its folder.</translation>
    </message>
    <message>
        <source>草稿已导出到“{path}”，未填处已标黄。</source>
        <translation>Draft exported to “{path}”, with open fields in yellow.</translation>
    </message>
    <message>
        <source>定稿已导出到“{path}”，可以打印。</source>
        <translation>Final exported to “{path}”, ready to print.</translation>
    </message>
    <message>
        <source>报告有未保存的修改，要保存吗？</source>
        <translation>The report has unsaved changes. Save them?</translation>
    </message>
    <message>
        <source>打开时去除了 {count} 处网页残留和断行，原文件没有改动。</source>
        <translation>Leftovers of web pages and broken lines removed on opening: {count}. The file itself has not changed.</translation>
    </message>
    <message>
        <source>没有找到。换一个词，或清空后看目录。</source>
        <translation>Nothing found. Try another word, or clear the line to see the contents.</translation>
    </message>
    <message>
        <source>报告助手 {version}

把范文变成自己的报告：找出要填的数字，按国家标准排好版。
离线工作，不联网，不收集任何信息。</source>
        <translation>Report Assistant {version}

Turns a sample into your own report: finds the figures to fill in and lays it out by the national standard.
Works offline, uses no network, collects nothing.</translation>
    </message>
    <message>
        <source>光标不在某一节里，没有改动。</source>
        <translation>The cursor is not in a section; nothing has changed.</translation>
    </message>
    <message>
        <source>请先把光标放在一个待填项上。</source>
        <translation>Put the cursor on a field first.</translation>
    </message>
    <message>
        <source>这里还是占位符，改为文字后仍会要求填写。要照原样打印，请在“填空”中选“保留占位符”。</source>
        <translation>This is still a marker and will be asked for again as text. To print it as it stands, choose “Waive” under “Fill in”.</translation>
    </message>
    <message>
        <source>“{label}”已改为普通文字，可以撤销。</source>
        <translation>“{label}” is plain text now; this can be undone.</translation>
    </message>
    <message>
        <source>全屏写作：只留正文。按 F11 或 Esc 退出。</source>
        <translation>Full screen: only the text. F11 or Esc to leave.</translation>
    </message>
    <message>
        <source>正在改动大纲…</source>
        <translation>Changing the outline…</translation>
    </message>
    <message>
        <source>这一节已删除，按 Ctrl+Z 可以恢复。</source>
        <translation>The section is deleted; Ctrl+Z brings it back.</translation>
    </message>
    <message>
        <source>文中还有 {count} 处提到它（“{words}”），请查看。</source>
        <translation> {count} place(s) still refer to it (“{words}”); please have a look.</translation>
    </message>
    <message>
        <source>请先在正文中选中要设为待填项的文字。</source>
        <translation>Select the words that are to become a field first.</translation>
    </message>
    <message>
        <source>待填项不能跨段，请只选一段中的文字。</source>
        <translation>A field stands within one paragraph; please select text of one paragraph only.</translation>
    </message>
    <message>
        <source>选中的文字里已经有待填项，没有改动。请只选待填项以外的文字。</source>
        <translation>The selection holds a field already; nothing was changed. Please select text outside fields.</translation>
    </message>
    <message>
        <source>没有未填的项了，可以导出定稿。</source>
        <translation>No field is open any more; the final can be exported.</translation>
    </message>
    <message>
        <source>替换了 {count} 处，另改动待填项 {fields} 项；可以撤销。</source>
        <translation>Places replaced: {count}, fields changed as well: {fields}. This can be undone.</translation>
    </message>
    <message>
        <source>光标不在某一节里，或没有选中文字，按全文查找。</source>
        <translation>The cursor is not in a section or nothing is selected: the whole text was searched.</translation>
    </message>
    <message>
        <source>这里是待填项，没有替换。要改填好的内容，请勾选“包括已填内容”；占位符请在“填空”中填写。</source>
        <translation>This is a field; it was not replaced. To change what is filled in, tick “Filled too”; placeholders are filled in under “Fill in”.</translation>
    </message>
    <message>
        <source>这里是占位符，没有替换。请在“填空”中填写。</source>
        <translation>This is a placeholder; it was not replaced. Fill it in under “Fill in”.</translation>
    </message>
    <message>
        <source>替换了 {count} 处，待填项没有改动。</source>
        <translation>Places replaced: {count}, no field changed.</translation>
    </message>
    <message>
        <source>程序遇到没有预料的情况，正文仍在。请先保存，再继续工作。</source>
        <translation>Something unforeseen happened; the text is still here. Please save before you go on.</translation>
    </message>
    <message>
        <source>采集表已写入 {path}（{count} 项）</source>
        <translation>Collection sheet written to {path} ({count} fields)</translation>
    </message>
    <message>
        <source>第 {row} 行“{name}”填的是“{value}”，第 {other_row} 行填的是“{other_value}”，两处不一致，都没有采用。</source>
        <translation>Row {row} “{name}” says “{value}”, row {other_row} says “{other_value}”; they differ and neither was used.</translation>
    </message>
    <message>
        <source>第 {row} 行“{name}”的值是逻辑值 {value}，没有采用。</source>
        <translation>Row {row} “{name}”: the value is a truth value, {value}; not used.</translation>
    </message>
    <message>
        <source>第 {row} 行“{name}”的值显示为 {value}，公式有误，没有采用。</source>
        <translation>Row {row} “{name}”: the value shows as {value}, a failed formula; not used.</translation>
    </message>
    <message>
        <source>第 {row} 行“{name}”是尚未计算的公式，没有采用。请用 Excel 或 WPS 打开并保存一次。</source>
        <translation>Row {row} “{name}” is a formula not yet calculated; not used. Open the file in Excel or WPS and save it once.</translation>
    </message>
    <message>
        <source>第 {row} 行“{name}”的显示格式与实际数值 {value} 不一致，没有采用，请核对后手工填写。</source>
        <translation>Row {row} “{name}” is shown in another form than its value {value}; not used. Please check and fill it in by hand.</translation>
    </message>
    <message>
        <source>第 {row} 行“{name}”的值与上面的行合并成了一格（{value}），只填入了上面一项。</source>
        <translation>Row {row} “{name}” is merged with the rows above ({value}); only the first of them was filled.</translation>
    </message>
    <message>
        <source>第 {row} 行“{name}”（{value}）在报告里找不到对应的待填项，没有采用。</source>
        <translation>Row {row} “{name}” ({value}) fits no field of the report; not used.</translation>
    </message>
    <message>
        <source>第 {row} 行“{name}”（{value}）与隐藏的编号对不上，可能排序时错了行，没有采用。</source>
        <translation>Row {row} “{name}” ({value}) does not match its hidden id, perhaps after sorting; not used.</translation>
    </message>
    <message>
        <source>导出采集表，请各科室填写</source>
        <translation>Export a collection sheet for other offices to fill in</translation>
    </message>
    <message>
        <source>正在生成采集表…</source>
        <translation>Making collection sheets…</translation>
    </message>
    <message>
        <source>已取消导出采集表，没有写入文件；同名的原有文件没有改动。</source>
        <translation>Cancelled: no collection sheet was written. A file of the same name was not changed.</translation>
    </message>
    <message>
        <source>正在读取“{path}”…</source>
        <translation>Reading “{path}”…</translation>
    </message>
    <message>
        <source>已取消读取，报告没有改动。</source>
        <translation>Cancelled: nothing was read, and the report was not changed.</translation>
    </message>
    <message>
        <source>从采集表采用了 {count} 项。</source>
        <translation>Values used from the collection sheet: {count}.</translation>
    </message>
    <message>
        <source>从采集表采用了 {count} 项，另有 {notes} 项只记了来源或备注。</source>
        <translation>Values used from the collection sheet: {count}; fields with only source or note: {notes}.</translation>
    </message>
    <message>
        <source>各科室已填：{offices}。</source>
        <translation> Filled by office: {offices}.</translation>
    </message>
    <message>
        <source>{office} {settled}/{total}</source>
        <translation>{office} {settled}/{total}</translation>
    </message>
    <message>
        <source>“{path}”{told}</source>
        <translation>“{path}”: {told}</translation>
    </message>
    <message>
        <source>没有可以顺延的年份：沿用的年份都已核实，或不是去年、今年的年份。</source>
        <translation>No years to advance: those taken over are confirmed, or are neither last year nor this year.</translation>
    </message>
    <message>
        <source>已顺延 {count} 项年份、日期，文中各处一并改好。</source>
        <translation>Years and dates advanced: {count}, in all their places.</translation>
    </message>
    <message>
        <source>“{path}”里没有新填的内容，报告没有改动。</source>
        <translation>“{path}” holds nothing new; the report has not changed.</translation>
    </message>
    <message>
        <source>以做好的报告为底稿新建一份，数字、日期、名称逐项待核</source>
        <translation>Begin a new report on a finished one, with figures, dates and names to be confirmed</translation>
    </message>
    <message>
        <source>已以此为底稿新建 {path}，{count} 项待核。</source>
        <translation>New report {path} based on this one, {count} fields to confirm.</translation>
    </message>
    <message>
        <source>正在查找沿用的数字、日期和名称…</source>
        <translation>Looking for figures, dates and names to confirm…</translation>
    </message>
    <message>
        <source>已取消，没有新建报告。</source>
        <translation>Cancelled: no new report was made.</translation>
    </message>
    <message>
        <source>正在整理粘贴的内容…</source>
        <translation>Tidying up what was pasted…</translation>
    </message>
    <message>
        <source>已以此为底稿新建。{count} 项沿用了原来的内容，请逐项核实：正确的按“沿用”，变了的直接改。</source>
        <translation>A new report was begun on this basis. {count} fields keep their former values: confirm what is right, change what is not.</translation>
    </message>
    <message>
        <source>没有可以按单位信息填写的项，可能都已填好。如需补充，请点“填空 → 单位信息”。</source>
        <translation>Nothing is left to fill from the organisation details. To add to it, choose Fields → Organisation details.</translation>
    </message>
    <message>
        <source>单位信息可以填好其中 {count} 项。</source>
        <translation>Fields that the organisation details can fill in: {count}.</translation>
    </message>
    <message>
        <source>单位信息的文件已损坏，读不出来，原文件已另留一份（文件名后加 .damaged）。请重新填写。</source>
        <translation>The file of the organisation details is damaged and cannot be read; it was kept under its name with .damaged behind it. Please enter the details again.</translation>
    </message>
    <message>
        <source>单位信息已保存，以后打开范文时会提示采用。</source>
        <translation>Organisation details saved; it is proposed whenever a sample is opened.</translation>
    </message>
    <message>
        <source>按“{formula}”（{calculation}）</source>
        <translation>by “{formula}” ({calculation})</translation>
    </message>
    <message>
        <source>原为 {old}，新报告多为下一年</source>
        <translation>was {old}; a new report is mostly about the next year</translation>
    </message>
    <message>
        <source>采用 {value}</source>
        <translation>Use {value}</translation>
    </message>
    <message>
        <source>检查：{count} 处需留意</source>
        <translation>Findings: {count}</translation>
    </message>
    <message>
        <source>这份报告里没有待填项。</source>
        <translation>This report has no fields.</translation>
    </message>
    <message>
        <source>这份报告以只读方式打开，不能填写。请另存为自己的文件后再填。</source>
        <translation>This report is open read-only and cannot be filled in. Save it as a file of your own first.</translation>
    </message>
    <message>
        <source>全部填好，可以导出定稿（Ctrl+E）。</source>
        <translation>Everything is filled in; the final can be exported (Ctrl+E).</translation>
    </message>
    <message>
        <source>已经有{names}，其中可能有科室填好的内容。要替换吗？</source>
        <translation>There are {names} already, perhaps filled in by offices. Replace them?</translation>
    </message>
    <message>
        <source>已按科室写入 {count} 份采集表（{offices}）。</source>
        <translation>Wrote {count} collection sheets by office ({offices}).</translation>
    </message>
    <message>
        <source>没有定科室的各项写在“{path}”。</source>
        <translation> Fields without an office are in “{path}”.</translation>
    </message>
    <message>
        <source>已填写负责科室 {count} 个（{first}）。每个科室一份，还是合为一份？</source>
        <translation>Offices named: {count} ({first}). One sheet for each, or one for all?</translation>
    </message>
    <message>
        <source>从提纲开始</source>
        <translation>Begin from an outline</translation>
    </message>
    <message>
        <source>选一种文种，调整提纲</source>
        <translation>Choose a genre and adjust the outline</translation>
    </message>
    <message>
        <source>双击或按 F2 改标题。编号会自动排好；标题下的句子写进报告，【】里的内容成为待填项。</source>
        <translation>Double-click or F2 changes a heading. Numbers follow automatically; the sentence below a heading goes into the report, and what stands in 【】 becomes a field.</translation>
    </message>
    <message>
        <source>文种</source>
        <translation>Genre</translation>
    </message>
    <message>
        <source>提纲的标题</source>
        <translation>Headings of the outline</translation>
    </message>
    <message>
        <source>添加标题</source>
        <translation>Add heading</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>上移</source>
        <translation>Move up</translation>
    </message>
    <message>
        <source>下移</source>
        <translation>Move down</translation>
    </message>
    <message>
        <source>升一级</source>
        <translation>Promote</translation>
    </message>
    <message>
        <source>降一级</source>
        <translation>Demote</translation>
    </message>
    <message>
        <source>新的标题</source>
        <translation>New heading</translation>
    </message>
    <message>
        <source>标题下的句子：</source>
        <translation>Sentence below the heading:</translation>
    </message>
    <message>
        <source>这个标题下还没有句子，可以在这里写；【】里的内容成为待填项</source>
        <translation>No sentence below this heading yet; write one here. What stands in 【】 becomes a field</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>从这份提纲开始</source>
        <translation>Begin from this outline</translation>
    </message>
    <message>
        <source>已填入 {count} 个单元格，撤销可以恢复。</source>
        <translation>{count} cells were filled. Undo takes it back.</translation>
    </message>
    <message>
        <source>已填入 {count} 个单元格，表格增加了 {rows} 行，撤销可以恢复。</source>
        <translation>{count} cells were filled, and {rows} rows added to the table. Undo takes it back.</translation>
    </message>
    <message>
        <source>复制的内容太多或层层嵌套，其中的表格读不出来，已按文字读入。要带表格，请分几次复制。</source>
        <translation>What was copied is too large or too deeply nested for its tables to be read; it was taken as text. To keep the tables, copy it in parts.</translation>
    </message>
    <message>
        <source>复制的内容太多或层层嵌套，无法去掉其中的批注、隐藏文字和已删去的文字，已按纯文字粘贴。请核对后再用。</source>
        <translation>What was copied is too large or too deeply nested to leave out its comments, hidden and deleted text; it was pasted as plain text. Please check it.</translation>
    </message>
    <message>
        <source>已粘贴 {count} 个表格，撤销可以恢复。</source>
        <translation>{count} table(s) pasted; Undo takes it back.</translation>
    </message>
    <message>
        <source>范文，按文种排列</source>
        <translation>Samples by genre</translation>
    </message>
    <message>
        <source>选一份范文，这里显示它的版面和大纲</source>
        <translation>Choose a sample to see its pages and outline here</translation>
    </message>
    <message>
        <source>{industry} · 约 {length} 字 · {fields} 项待填 · 占位符 {mask}</source>
        <translation>{industry} · about {length} characters · {fields} fields · markers {mask}</translation>
    </message>
    <message>
        <source>大纲</source>
        <translation>Outline</translation>
    </message>
    <message>
        <source>版面</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>范文的大纲</source>
        <translation>Outline of the sample</translation>
    </message>
    <message>
        <source>范文的版面</source>
        <translation>Pages of the sample</translation>
    </message>
    <message>
        <source>显示版面或大纲</source>
        <translation>Show pages or outline</translation>
    </message>
    <message>
        <source>从这份范文开始</source>
        <translation>Begin from this sample</translation>
    </message>
    <message>
        <source>脱敏另存为范文</source>
        <translation>Mask and save as sample</translation>
    </message>
    <message>
        <source>以下内容将被隐去</source>
        <translation>What will be hidden</translation>
    </message>
    <message>
        <source>按单位信息和报告内容查找。需要保留原文的请去掉勾，同一内容各处一并保留。公司等其他名称未必都能找到，存好后请再通读一遍。当前报告不会改动。</source>
        <translation>Found by the organisation details and the content of the report. Untick what is to stay; it then stays in all its places. Other names, such as companies, may be missed, so read the sample through once it is saved. The open report does not change.</translation>
    </message>
    <message>
        <source>正在查找要隐去的内容…</source>
        <translation>Looking for what is to be masked…</translation>
    </message>
    <message>
        <source>正在另存范文“{path}”…</source>
        <translation>Saving the sample “{path}”…</translation>
    </message>
    <message>
        <source>已取消，没有另存范文；同名的原有文件没有改动。</source>
        <translation>Cancelled: no sample was saved. A file of the same name was not changed.</translation>
    </message>
    <message>
        <source>筛选</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>{original}　→　{mask}（{count} 处，{kind}）</source>
        <translation>{original}　→　{mask} (×{count}, {kind})</translation>
    </message>
    <message>
        <source>隐去 {count} 项，共 {total} 项</source>
        <translation>{count} of {total} will be hidden</translation>
    </message>
    <message>
        <source>存为范文…</source>
        <translation>Save as sample…</translation>
    </message>
    <message>
        <source>{title}（范文）</source>
        <translation>{title}（范文）</translation>
    </message>
    <message>
        <source>没有找到需要隐去的数字、日期或名称。</source>
        <translation>No figures, dates or names to hide were found.</translation>
    </message>
    <message>
        <source>范文已存为 {path}，隐去 {count} 处。</source>
        <translation>Sample saved as {path}, places hidden: {count}.</translation>
    </message>
    <message>
        <source>有 {count} 项按您的选择保留原文。</source>
        <translation>Left as you chose: {count}.</translation>
    </message>
    <message>
        <source>“{path}”已经存在，没有写入。请换一个名字。</source>
        <translation>“{path}” exists already; nothing was written. Please choose another name.</translation>
    </message>
    <message>
        <source>没有待填或待核的数字，不需要从表格取数。</source>
        <translation>No figure is open or to be confirmed; no table is needed.</translation>
    </message>
    <message>
        <source>正在从表格中查找…</source>
        <translation>Looking through the table…</translation>
    </message>
    <message>
        <source>“{path}”里没有内容，没有采用。请核对是不是这张表。</source>
        <translation>“{path}” is empty; nothing was used. Please check that it is the right table.</translation>
    </message>
    <message>
        <source>找到 {count} 项。名称和单位都一致的已打勾；标“可能”的请核对后再打勾。</source>
        <translation>Found: {count}. Those with the same name and unit are ticked; please check the ones marked “perhaps” before you tick them.</translation>
    </message>
    <message>
        <source>这张工作表里没有找到与待填项对应的数字。请换一张工作表，或者改选数值所在栏。</source>
        <translation>No figures for the fields were found on this worksheet. Try another worksheet or another value column.</translation>
    </message>
    <message>
        <source>另有 {count} 个单元格无法读取（公式有误、尚未计算或显示格式与数值不一致）。</source>
        <translation>Cells that cannot be read: {count} (failed or uncalculated formulas, or shown in another form than their value).</translation>
    </message>
    <message>
        <source>从“{path}”填写了 {count} 项。</source>
        <translation>Fields filled from “{path}”: {count}.</translation>
    </message>
    <message>
        <source>自动保存 {when}</source>
        <translation>Autosaved {when}</translation>
    </message>
    <message>
        <source>自动保存失败</source>
        <translation>Automatic saving failed</translation>
    </message>
    <message>
        <source>自动保存没有写成，窗口里的内容还在，但死机或断电时会丢失。请及时手动保存，并检查系统盘是否已满。</source>
        <translation>No copy could be saved automatically. What stands in the window is still there, but would be lost in a crash or power cut. Please save it yourself, and look whether the system disk is full.</translation>
    </message>
    <message>
        <source>恢复未保存的报告</source>
        <translation>Recover unsaved reports</translation>
    </message>
    <message>
        <source>有 {count} 份报告没有保存</source>
        <translation>Reports that were not saved: {count}</translation>
    </message>
    <message>
        <source>程序上次没有正常退出。恢复的内容会打开在窗口里，保存之前不会改动您的文件；不恢复的下次仍可恢复。</source>
        <translation>The program did not close properly last time. What is recovered opens in the window; your files do not change until you save. What you leave can still be recovered next time.</translation>
    </message>
    <message>
        <source>丢弃这份</source>
        <translation>Discard this one</translation>
    </message>
    <message>
        <source>以后再说</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>恢复</source>
        <translation>Recover</translation>
    </message>
    <message>
        <source>文件中已保存的内容</source>
        <translation>What the file holds</translation>
    </message>
    <message>
        <source>还没有保存过</source>
        <translation>never saved</translation>
    </message>
    <message>
        <source>未保存的内容</source>
        <translation>Unsaved content</translation>
    </message>
    <message>
        <source>未命名报告</source>
        <translation>Untitled report</translation>
    </message>
    <message>
        <source>{name}　{when}　改动 {paragraphs} 段，新增 {added} 字，删去 {removed} 字，已填 {filled} 项</source>
        <translation>{name}　{when}　paragraphs changed: {paragraphs}, characters added: {added}, removed: {removed}, fields filled: {filled}</translation>
    </message>
    <message>
        <source>{name}　{when}　没有保存过，共 {count} 字</source>
        <translation>{name}　{when}　never saved, {count} characters</translation>
    </message>
    <message>
        <source>没有未保存的报告。</source>
        <translation>There are no unsaved reports.</translation>
    </message>
    <message>
        <source>已恢复 {when} 的内容，请核对后保存。</source>
        <translation>Recovered as of {when}; please check and save.</translation>
    </message>
    <message>
        <source>报告文件已损坏</source>
        <translation>Damaged report file</translation>
    </message>
    <message>
        <source>损坏的文件不会改动。打开的内容请核对后另存。</source>
        <translation>The damaged file will not be changed. Please check what is opened and save it under another name.</translation>
    </message>
    <message>
        <source>打开完好的版本（{when}）</source>
        <translation>Open the sound version ({when})</translation>
    </message>
    <message>
        <source>打开能读出的内容（{count} 字）</source>
        <translation>Open what can be read ({count} characters)</translation>
    </message>
    <message>
        <source>已从损坏的“{path}”取回内容，请核对后另存。</source>
        <translation>Content of the damaged “{path}” was recovered; please check it and save it under another name.</translation>
    </message>
    <message>
        <source>正在打开“{path}”…</source>
        <translation>Opening “{path}”…</translation>
    </message>
    <message>
        <source>已取消打开“{path}”。</source>
        <translation>Cancelled: “{path}” was not opened.</translation>
    </message>
    <message>
        <source>已取消导出，没有写入“{path}”；同名的原有文件没有改动。</source>
        <translation>Export cancelled: “{path}” was not written, and any existing file of that name has not changed.</translation>
    </message>
    <message>
        <source>处理好以后，可以回到导出继续。</source>
        <translation>When that is done, you can go back to the export.</translation>
    </message>
    <message>
        <source>正在准备导出…</source>
        <translation>Preparing the export…</translation>
    </message>
    <message>
        <source>正在导出“{path}”…</source>
        <translation>Exporting “{path}”…</translation>
    </message>
    <message>
        <source>正在请 Word 或 WPS 转换“{path}”，一般不超过一分钟…</source>
        <translation>Word or WPS is converting “{path}”, usually within a minute…</translation>
    </message>
    <message>
        <source>清除痕迹</source>
        <translation>Clear traces</translation>
    </message>
    <message>
        <source>清除程序记下的内容</source>
        <translation>Clear what the program has noted</translation>
    </message>
    <message>
        <source>您自己的报告文件不受影响。清除后不能恢复。</source>
        <translation>Your own report files are not touched. What is cleared cannot be brought back.</translation>
    </message>
    <message>
        <source>最近打开的文件列表</source>
        <translation>List of recent files</translation>
    </message>
    <message>
        <source>所有报告的历史版本（包括命名的）</source>
        <translation>Versions of all reports (named ones too)</translation>
    </message>
    <message>
        <source>没有保存的报告的恢复副本</source>
        <translation>Recovery copies of unsaved reports</translation>
    </message>
    <message>
        <source>导入短语库的材料（短语、出处和原文；内置短语和星标保留）</source>
        <translation>Reports imported into the library (phrases, sources and text; built-in phrases and stars stay)</translation>
    </message>
    <message>
        <source>运行日志（不含报告文字）</source>
        <translation>Logs (they hold no report text)</translation>
    </message>
    <message>
        <source>下面几项是您自己积累的，以后的报告还会用到；清除后要重新录入。换人使用或交回电脑时再清除。</source>
        <translation>The rest is what you have gathered and later reports use; cleared, it must be entered again. Clear it when somebody else takes over the computer.</translation>
    </message>
    <message>
        <source>检查中选过“不再提示”的词语</source>
        <translation>Words that the checks ignore</translation>
    </message>
    <message>
        <source>自己添加的词表</source>
        <translation>Word lists of your own</translation>
    </message>
    <message>
        <source>单位信息（单位、地区、领导姓名等）</source>
        <translation>Organisation details (organisation, area, names of leaders and so on)</translation>
    </message>
    <message>
        <source>，共 {count} 条</source>
        <translation>, {count} in all</translation>
    </message>
    <message>
        <source>，约 {limit}</source>
        <translation>, about {limit}</translation>
    </message>
    <message>
        <source>，共 {count} 份</source>
        <translation>, {count} in all</translation>
    </message>
    <message>
        <source>清除</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>已清除所选痕迹。</source>
        <translation>The chosen traces are cleared.</translation>
    </message>
    <message>
        <source>两份内容对照，改动处有标记</source>
        <translation>The two texts side by side, with changes marked</translation>
    </message>
    <message>
        <source>文字没有不同。</source>
        <translation>The texts do not differ.</translation>
    </message>
    <message>
        <source>……{count} 段相同……</source>
        <translation>… {count} equal …</translation>
    </message>
    <message>
        <source>含表格或图片的增减，只能恢复整份</source>
        <translation>Changes a table or picture: restore all instead</translation>
    </message>
    <message>
        <source>恢复此段</source>
        <translation>Restore this paragraph</translation>
    </message>
    <message>
        <source>程序出错</source>
        <translation>Error in the program</translation>
    </message>
    <message>
        <source>程序遇到没有预料的情况，报告内容已自动保存。</source>
        <translation>Something unforeseen happened; the content of the report was saved automatically.</translation>
    </message>
    <message>
        <source>可以继续工作；建议先保存报告，再重新打开程序。出错详情不含报告文字。</source>
        <translation>You can go on; it is better to save the report and start the program again. The details hold no report text.</translation>
    </message>
    <message>
        <source>复制详情</source>
        <translation>Copy details</translation>
    </message>
    <message>
        <source>继续</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>只有正式发文才需要。填写后，预览、打印和导出的文档都带有版头（红线以上）和版记（末页底部）；全部清空就不带。</source>
        <translation>Only needed for documents that are formally issued. Preview, print and export then have the head (above the red line) and the imprint (foot of the last page); clear everything to go without.</translation>
    </message>
    <message>
        <source>版头和版记已随报告记下，导出 Word 文档时印上。</source>
        <translation>Head and imprint are kept with the report and printed in Word documents.</translation>
    </message>
    <message>
        <source>导出时不带版头和版记。</source>
        <translation>Exports go without head and imprint.</translation>
    </message>
    <message>
        <source>有发文字号或签发人的，要填写发文机关标志。</source>
        <translation>A document number or a signer needs the issuing body.</translation>
    </message>
    <message>
        <source>发文字号应写成“×政〔2026〕1号”：年份用六角括号，不写“第”，序号前不加0。</source>
        <translation>Write the document number as “×政〔2026〕1号”: the year in 〔〕, no “第”, no 0 before the number.</translation>
    </message>
    <message>
        <source>份号应为六位数字，如 000001。</source>
        <translation>The copy number has six digits, such as 000001.</translation>
    </message>
    <message>
        <source>密级应写成“机密★1年”，分绝密、机密、秘密。</source>
        <translation>Write the secrecy as “机密★1年”; it is 绝密, 机密 or 秘密.</translation>
    </message>
    <message>
        <source>紧急程度应为“特急”或“加急”。</source>
        <translation>The urgency is “特急” or “加急”.</translation>
    </message>
    <message>
        <source>印发日期应写成“2026年1月8日”，月、日前不加0，并且是日历上有的一天。</source>
        <translation>Write the date of issue as “2026年1月8日”: no 0 before month and day, and a day that the calendar has.</translation>
    </message>
    <message>
        <source>本机没有“{font}”，由“{stand_in}”代替。</source>
        <translation>“{font}” is missing here; “{stand_in}” stands in.</translation>
    </message>
    <message>
        <source>本机没有“{font}”，也没有可以代替的字体，显示和打印会用其他字体。</source>
        <translation>“{font}” is missing here; other typefaces are used.</translation>
    </message>
    <message>
        <source>字体（GB2312）缺少这些字，会用其他字体显示：{characters}。</source>
        <translation>The typeface (GB2312) lacks these characters, which are shown in another: {characters}.</translation>
    </message>
    <message>
        <source>草稿中填写了 {count} 项。打勾的将填入报告；与现有内容不同的请核对后再打勾。</source>
        <translation>Fields filled in in the draft: {count}. The ticked ones go into the report; please look at those that differ before you tick them.</translation>
    </message>
    <message>
        <source>草稿还改动了待填处以外的文字 {count} 处，请核对后再打勾。</source>
        <translation>The draft also changed text outside the fields ({count}); please look before you tick.</translation>
    </message>
    <message>
        <source>从“{path}”采用了 {count} 项、{changes} 处文字改动。</source>
        <translation>Used from “{path}”: fields {count}, changes of text {changes}.</translation>
    </message>
    <message>
        <source>“{label}”在草稿各处填得不一样（{values}），没有采用。</source>
        <translation>“{label}” is filled in differently in the draft ({values}); not used.</translation>
    </message>
    <message>
        <source>草稿中的 {field} 在报告里没有对应的待填项，没有采用。</source>
        <translation>The report has no field {field} of the draft; not used.</translation>
    </message>
    <message>
        <source>草稿改动了待填处以外的文字，没有采用：“{old}” → “{new}”</source>
        <translation>The draft changed text outside the fields, which was not used: “{old}” → “{new}”</translation>
    </message>
    <message>
        <source>正在保存“{path}”…</source>
        <translation>Saving “{path}”…</translation>
    </message>
    <message>
        <source>没有保存</source>
        <translation>Not saved</translation>
    </message>
    <message>
        <source>另存为…</source>
        <translation>Save as…</translation>
    </message>
    <message>
        <source>覆盖</source>
        <translation>Overwrite</translation>
    </message>
    <message>
        <source>有人正在编辑</source>
        <translation>Somebody is editing</translation>
    </message>
    <message>
        <source>“{path}”正由 {user} 在电脑 {host} 上编辑（{when} 起）。</source>
        <translation>{user} is editing “{path}” on computer {host} (since {when}).</translation>
    </message>
    <message>
        <source>对方的程序已有 {minutes} 分钟没有动静，可能已经不在编辑。</source>
        <translation>That program has shown no activity for {minutes} minutes; perhaps nobody is editing any more.</translation>
    </message>
    <message>
        <source>建议打开副本，另存为自己的文件。如果确定对方已经不在编辑，可以选“仍要编辑”；保存时若文件已被改动会再次提醒。</source>
        <translation>It is better to open a copy and save it as a file of your own. If you are sure that nobody else is editing, choose “Edit anyway”; if the file has changed when you save, you are told.</translation>
    </message>
    <message>
        <source>覆盖后对方保存时会看到提醒，对方现有的内容留存在历史版本中。建议取消，换一个名字另存。</source>
        <translation>If you replace it, the other person is warned when saving, and what the file holds now is kept as a version. It is better to cancel and choose another name.</translation>
    </message>
    <message>
        <source>打开副本</source>
        <translation>Open a copy</translation>
    </message>
    <message>
        <source>只读打开</source>
        <translation>Open read-only</translation>
    </message>
    <message>
        <source>仍要编辑</source>
        <translation>Edit anyway</translation>
    </message>
    <message>
        <source>历史版本</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>正在读取历史版本…</source>
        <translation>Reading versions…</translation>
    </message>
    <message>
        <source>已取消，报告没有改动。</source>
        <translation>Cancelled: the report was not changed.</translation>
    </message>
    <message>
        <source>选一个版本，与现在的内容或另一个版本对照。</source>
        <translation>Choose a version to compare with the present content or another version.</translation>
    </message>
    <message>
        <source>这份报告还没有历史版本。保存、导出、读取采集表之前会自动留存，也可以现在命名留存一个。</source>
        <translation>This report has no versions yet. They are kept when you save, export or read a collection sheet; you can also keep and name one now.</translation>
    </message>
    <message>
        <source>与现在相比有 {paragraphs} 段不同：之后新增 {added} 字，删去 {removed} 字。</source>
        <translation>Paragraphs that differ from now: {paragraphs}; characters added since: {added}, removed: {removed}.</translation>
    </message>
    <message>
        <source>两个版本有 {paragraphs} 段不同：后来新增 {added} 字，删去 {removed} 字。</source>
        <translation>Paragraphs that differ: {paragraphs}; characters added later: {added}, removed: {removed}.</translation>
    </message>
    <message>
        <source>对照：</source>
        <translation>Compare with:</translation>
    </message>
    <message>
        <source>现在的内容</source>
        <translation>Present content</translation>
    </message>
    <message>
        <source>这个版本</source>
        <translation>This version</translation>
    </message>
    <message>
        <source>现在</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>留存当前版本…</source>
        <translation>Keep this version…</translation>
    </message>
    <message>
        <source>给此版本命名…</source>
        <translation>Name this version…</translation>
    </message>
    <message>
        <source>删除此版本…</source>
        <translation>Delete this version…</translation>
    </message>
    <message>
        <source>要删除“{version}”吗？删除后不能恢复。</source>
        <translation>Delete “{version}”? It cannot be brought back.</translation>
    </message>
    <message>
        <source>恢复整份</source>
        <translation>Restore all</translation>
    </message>
    <message>
        <source>版本名称（如“送审稿”），命名的版本会一直保留：</source>
        <translation>Name of the version (such as “for approval”); named versions are kept for good:</translation>
    </message>
    <message>
        <source>已恢复所选版本，可以撤销；恢复前的内容也已留存为历史版本。</source>
        <translation>The version is restored; this can be undone. What was there before is kept as a version.</translation>
    </message>
    <message>
        <source>命名版本</source>
        <translation>named</translation>
    </message>
    <message>
        <source>保存时</source>
        <translation>on saving</translation>
    </message>
    <message>
        <source>覆盖前的文件</source>
        <translation>file before it was overwritten</translation>
    </message>
    <message>
        <source>自动留存</source>
        <translation>kept automatically</translation>
    </message>
    <message>
        <source>导出前</source>
        <translation>before export</translation>
    </message>
    <message>
        <source>读取表格前</source>
        <translation>before reading a table</translation>
    </message>
    <message>
        <source>恢复其他版本前</source>
        <translation>before restoring another version</translation>
    </message>
</context>
<context>
    <name>prompts</name>
    <message>
        <source>填数字，如 12.5{unit}</source>
        <translation>A number, such as 12.5{unit}</translation>
    </message>
    <message>
        <source>填数字，如 5.2；减少的按上下文填写正负{unit}</source>
        <translation>A number, such as 5.2; for a decrease, plus or minus as the words around it ask{unit}</translation>
    </message>
    <message>
        <source>填日期，如 3月5日 或 2026年3月5日{unit}</source>
        <translation>A date, such as 3月5日 or 2026年3月5日{unit}</translation>
    </message>
    <message>
        <source>填规范的地名，不带上下文中已有的“省、市、县”等字</source>
        <translation>The proper name of a place, without 省, 市, 县 where it stands there already</translation>
    </message>
    <message>
        <source>填规范的单位名称，不重复上下文中已有的字</source>
        <translation>The proper name of an organisation, without words that stand there already</translation>
    </message>
    <message>
        <source>填姓名或姓氏，职务以上下文为准</source>
        <translation>A name or surname; the post stands in the text</translation>
    </message>
    <message>
        <source>填会议全称，如 二十届四中全会</source>
        <translation>The full name of a session, such as 二十届四中全会</translation>
    </message>
    <message>
        <source>填【　】处的文字，读起来与上下文连贯即可</source>
        <translation>The words that stand at 【　】, fitting what is around them</translation>
    </message>
    <message>
        <source>；单位“{unit}”不必再写</source>
        <translation>; the unit “{unit}” is there already</translation>
    </message>
</context>
</TS>
