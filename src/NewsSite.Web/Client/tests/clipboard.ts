// What programs put on the clipboard, shortened to what matters.
export const word = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0cm; font-family:"Calibri",sans-serif;} --></style></head>
<body lang=EN-GB style='tab-interval:36.0pt;word-wrap:break-word'><!--StartFragment-->
<h1 style='margin-top:12.0pt'><b><span lang=EN-GB style='font-size:16.0pt;mso-ansi-language:EN-GB'>Council votes on
the canal<o:p></o:p></span></b></h1>
<p class=MsoNormal><span lang=EN-GB style='mso-ansi-language:EN-GB'>The council met on <b>Tuesday</b> and <i
style='mso-bidi-font-style:normal'>postponed</i> its vote, <a href="https://example.org/vote?utm_source=word"><span style='color:#0563C1;text-decoration:underline'>said the clerk</span></a>.<span class=MsoCommentReference><span style='font-size:8.0pt'><a class=msocomanchor href="#_msocom_1">[AB1]</a></span></span><o:p></o:p></span></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<h2>What comes next</h2>
<p class=MsoNormal>H<sub>2</sub>O and&nbsp;a second line</p>
<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse;border:none'>
 <tr style='mso-yfti-irow:0'><td width=301 valign=top style='width:225.4pt;border:solid windowtext 1.0pt'><p class=MsoNormal><b>Year<o:p></o:p></b></p></td><td width=301><p class=MsoNormal><b>Trees<o:p></o:p></b></p></td></tr>
 <tr><td width=301><p class=MsoNormal>2025<o:p></o:p></p></td><td width=301><p class=MsoNormal>1,200<o:p></o:p></p></td></tr>
</table>
<!--EndFragment--></body></html>`;

const bullet = (level: number, text: string, mark = '·'): string => `<p class=MsoListParagraphCxSpMiddle style='margin-left:${36 * level}.0pt;text-indent:-18.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${mark}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>${text}<o:p></o:p></p>`;
const numbered = (mark: string, text: string): string => `<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>${mark}<span>&nbsp;&nbsp; </span></span>${text}</p>`;

export const wordLists = `<html><body><p class=MsoNormal>Before</p>${bullet(1, 'First')}${bullet(2, 'Below', 'o')}${bullet(1, 'Second')}<p class=MsoNormal>Between</p>${numbered('3.', 'Three')}${numbered('4.', 'Four')}</body></html>`;

const run = (text: string, style = 'font-weight:400;font-style:normal;text-decoration:none'): string => `<span style="font-size:11pt;font-family:Arial,sans-serif;color:#000000;background-color:transparent;${style};vertical-align:baseline;white-space:pre-wrap;">${text}</span>`;
const item = (text: string, level: number): string => `<li dir="ltr" style="list-style-type:disc;font-weight:400;" aria-level="${level}"><p dir="ltr" style="line-height:1.38;" role="presentation">${run(text)}</p></li>`;

export const docs = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1f2e3d4c-7fff-aaaa"><h1 dir="ltr" style="line-height:1.38;"><span style="font-weight:400;">A title</span></h1><p dir="ltr" style="line-height:1.38;margin-top:0pt;">${run('Plain, ')}${run('bold', 'font-weight:700;font-style:normal;text-decoration:none')}${run(', ')}${run('slanted', 'font-weight:400;font-style:italic;text-decoration:none')}${run(', ')}${run('underlined', 'font-weight:400;text-decoration:underline')}${run(' and ')}<a href="https://www.google.com/url?q=https://example.org/a&amp;sa=D&amp;source=editors" style="text-decoration:none;">${run('a link', 'font-weight:400;color:#1155cc;text-decoration:underline')}</a>${run('.')}</p><br /><ul style="margin-top:0;">${item('One', 1)}<ul>${item('One and a half', 2)}</ul>${item('Two', 1)}</ul><p dir="ltr">${run('End')}<a href="#cmnt1"></a></p></b><br class="Apple-interchange-newline">`;

export const sheets = `<meta charset='utf-8'><google-sheets-html-origin><style type="text/css"><!--td {border: 1px solid #cccccc;}--></style><table xmlns="http://www.w3.org/1999/xhtml" cellspacing="0" dir="ltr" data-sheets-root="1"><colgroup><col width="100"/><col width="100"/></colgroup><tbody><tr style="height:21px;"><td style="overflow:hidden;font-weight:bold;" data-sheets-value='{"1":2,"2":"Place"}'>Place</td><td style="font-weight:bold;">Voters</td></tr><tr><td>Anderlecht</td><td style="text-align:right;">61,200</td></tr></tbody></table></google-sheets-html-origin>`;

export const web = `<html><body><div class="site"><nav><ul><li><a href="https://example.org/">Home</a></li></ul></nav><main><article><h1 class="entry">Headline</h1><div class="byline">By <span>A. Writer</span></div>
<p style="color:red">First paragraph with a <a href="https://example.org/x?id=1&amp;utm_campaign=y" onclick="track()">link</a>.<br><br>After two breaks</p>
<figure><img src="https://example.org/i.jpg" alt="x"><figcaption>Someone else's picture</figcaption></figure>
<blockquote>A quote</blockquote>
<div class="video"><iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ?feature=oembed" allowfullscreen></iframe></div>
<blockquote class="twitter-tweet"><p>Words <a href="https://t.co/abc">pic</a></p>&mdash; Someone <a href="https://twitter.com/someone/status/1234567890?ref_src=twsrc%5Etfw">date</a></blockquote>
<p>Our <a href="https://zenne.example/news/politics/1/x">own article</a>, <a href="mailto:desk@example.org">mail</a>.</p>
<pre><code class="language-js"><span class="hljs">if</span> (a &lt; b)
  run();
</code></pre><dl><dt>Term</dt><dd>Its meaning</dd></dl>
<aside aria-hidden="true">Advertisement</aside><button>Share</button></article></main></div></body></html>`
  .replaceAll('?ref_src=twsrc%5Etfw', '?utm_source=embed');

export const mail = `<table width="600"><tbody><tr><td><table><tr><td style="padding:20px"><p>Dear editor,</p></td></tr><tr><td><div>please find the text below.<br>Regards</div></td></tr></table></td></tr></tbody></table>`;

export const hostile = `<html><body onload="alert(1)"><p onclick="alert(1)" style="background:url(javascript:alert(1))" class="x" id="y">kept words</p><script>alert(1)</script><style>p{}</style>
<img src=x onerror=alert(1)><svg onload=alert(1)><text>x</text></svg><a href="javascript:alert(1)">one</a><a href=" jAvAsCrIpT:alert(1)">two</a><a href="data:text/html,x">three</a>
<form action="https://evil.example"><input value=x></form><iframe src="javascript:alert(1)"></iframe><iframe srcdoc="<script>alert(1)</script>"></iframe>
<div data-block="embed" data-url="javascript:alert(1)">x</div><div data-block="picture" data-media="1e9"></div><table><tr><td colspan="100000">a</td><td>b</td></tr><tr><td>c</td></tr></table>
<p style="display:none">hidden words</p><math><mi xlink:href="data:x">y</mi></math><p>a\u0001b\u200bc</p></body></html>`;
