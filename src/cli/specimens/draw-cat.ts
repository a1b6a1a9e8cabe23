/** A cat on a sofa: what people hold up when they want to know what happens. */
export function drawCat(width: number, height: number): string {
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1600 1200" width="${width}" height="${height}">` +
    `<defs><radialGradient id="wall" cx="0.4" cy="0.3" r="0.9"><stop offset="0" stop-color="#e9e2d4"/><stop offset="1" stop-color="#b9ad97"/></radialGradient>` +
    `<linearGradient id="fur" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#e6a45f"/><stop offset="1" stop-color="#c27c3a"/></linearGradient></defs>` +
    `<rect width="1600" height="1200" fill="url(#wall)"/>` +
    `<path d="M0 760Q800 690 1600 760V1200H0Z" fill="#5c7a78"/><path d="M0 820Q800 750 1600 820" fill="none" stroke="#4a6664" stroke-width="10"/>` +
    `<path d="M1130 980C1330 960 1400 830 1350 700C1340 670 1300 680 1305 712C1325 830 1270 890 1120 900Z" fill="url(#fur)"/>` +
    `<ellipse cx="800" cy="880" rx="360" ry="270" fill="url(#fur)"/><ellipse cx="800" cy="940" rx="210" ry="190" fill="#f3dcc0"/>` +
    `<path d="M560 420L520 200L720 330Z" fill="#c27c3a"/><path d="M1040 420L1080 200L880 330Z" fill="#c27c3a"/>` +
    `<path d="M580 380L556 262L668 336Z" fill="#e8b9a5"/><path d="M1020 380L1044 262L932 336Z" fill="#e8b9a5"/>` +
    `<ellipse cx="800" cy="500" rx="290" ry="235" fill="url(#fur)"/>` +
    `<path d="M740 290L760 390M800 280V390M860 290L840 390" stroke="#a8642a" stroke-width="20" stroke-linecap="round"/>` +
    `<path d="M530 500L640 520M530 560L640 556M1070 500L960 520M1070 560L960 556" stroke="#a8642a" stroke-width="14" stroke-linecap="round"/>` +
    `<ellipse cx="800" cy="610" rx="120" ry="86" fill="#f3dcc0"/>` +
    `<ellipse cx="690" cy="480" rx="52" ry="46" fill="#8fae4a"/><ellipse cx="910" cy="480" rx="52" ry="46" fill="#8fae4a"/>` +
    `<ellipse cx="690" cy="480" rx="16" ry="42" fill="#1d1a16"/><ellipse cx="910" cy="480" rx="16" ry="42" fill="#1d1a16"/>` +
    `<circle cx="705" cy="462" r="10" fill="#fff"/><circle cx="925" cy="462" r="10" fill="#fff"/>` +
    `<path d="M772 560H828L800 594Z" fill="#b5605a"/><path d="M800 594V626M800 626Q764 660 730 634M800 626Q836 660 870 634" fill="none" stroke="#6d4a33" stroke-width="8" stroke-linecap="round"/>` +
    `<path d="M690 600L500 566M690 620L496 632M910 600L1100 566M910 620L1104 632" stroke="#fff8ee" stroke-width="5" stroke-linecap="round"/>` +
    `<ellipse cx="650" cy="1090" rx="110" ry="64" fill="#f3dcc0"/><ellipse cx="950" cy="1090" rx="110" ry="64" fill="#f3dcc0"/></svg>`
  );
}
