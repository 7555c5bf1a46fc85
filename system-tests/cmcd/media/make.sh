#!/bin/sh
# Makes the twelve seconds that the players play: a test picture in two bitrates and a tone, in segments of two
# seconds which both manifests share. Wants ffmpeg (Debian: ffmpeg). Seen with ffmpeg 5.1.
set -eu
cd "$(dirname "$0")"
rm -f ./*.m4s ./*.mpd ./*.m3u8
ffmpeg -hide_banner -loglevel error -y \
  -f lavfi -i testsrc2=size=160x90:rate=12:duration=12 -f lavfi -i sine=frequency=220:duration=11.9 \
  -map 0:v -map 0:v -map 1:a \
  -c:v libx264 -profile:v baseline -preset veryslow -g 24 -keyint_min 24 -sc_threshold 0 -pix_fmt yuv420p \
  -b:v:0 24k -maxrate:v:0 30k -bufsize:v:0 60k -b:v:1 64k -maxrate:v:1 80k -bufsize:v:1 120k \
  -c:a aac -b:a 16k -ac 1 -ar 22050 \
  -f dash -seg_duration 2 -use_template 1 -use_timeline 0 -hls_playlist 1 \
  -adaptation_sets "id=0,streams=v id=1,streams=a" \
  -init_seg_name 'init-$RepresentationID$.m4s' -media_seg_name '$RepresentationID$-$Number$.m4s' \
  manifest.mpd
sed -i /PROGRAM-DATE-TIME/d ./*.m3u8
