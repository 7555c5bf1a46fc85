#!/bin/sh
# Draws minute.webm: a minute of drifting colour and a clock that tells which instant is on screen.
# Wants ffmpeg and the DejaVu fonts (Debian: ffmpeg, fonts-dejavu-core).
set -eu
cd "$(dirname "$0")"
seconds=60
rate=24
digits=/usr/share/fonts/truetype/dejavu/DejaVuSansMono-Bold.ttf
words=/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf
colours="n=4:c0=0x0b1026:c1=0x1d4ed8:c2=0x7c3aed:c3=0xdb2777"

# A thin ring around the middle, and how much of the minute the clock has swept.
ring="clip(1.2-abs(hypot(X-116,Y-116)-104)/3,0,1)"
swept="lt(mod(atan2(X-116,116-Y)+2*PI,2*PI),2*PI*T/$seconds)"

picture="gradients=s=960x720:r=$rate:d=$seconds:$colours:x0=0:y0=0:x1=960:y1=720:speed=0.008:seed=7,
  crop=640:360,format=yuv420p[sky];
color=black@0:s=232x232:r=$rate:d=$seconds,format=rgba,
  geq=r=255:g=255:b=255:a='255*$ring*(0.18+0.82*$swept)'[ring];
[sky][ring]overlay=204:64,
  drawtext=fontfile=$digits:text='%{eif\:floor(t)\:d\:2}':fontsize=92:fontcolor=white:x=(w-tw)/2:y=128,
  drawtext=fontfile=$words:text='%{pts\:hms}':fontsize=15:fontcolor=white@0.75:x=(w-tw)/2:y=226,
  drawtext=fontfile=$words:text='viewstream':fontsize=17:fontcolor=white@0.8:x=24:y=22[out]"

# A key frame every two seconds, so that a seek lands at once.
encode() {
  ffmpeg -hide_banner -loglevel error -y -filter_complex "$picture" -map "[out]" -an \
    -c:v libvpx-vp9 -b:v 105k -g 48 -row-mt 1 -deadline good -cpu-used 2 "$@"
}
encode -pass 1 -f null -
encode -pass 2 minute.webm
rm -f ffmpeg2pass-0.log
